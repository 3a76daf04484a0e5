"""What is written in this room: notices queued and taken back, wishes, calendar feeds, and what hands have done."""
