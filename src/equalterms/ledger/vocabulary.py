"""Words of the ledger's own events."""

HEAD_PUBLISHED = "ledger.head_published"
DEMO_KIND = "site"
DEMO_BEGAN = "demo.began"
