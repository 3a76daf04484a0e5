"""Who lives and works in Northshire. All of them are made up."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.examples.cast import arrive, employ, found, say_needs
from equalterms.examples.clock import Tale
from equalterms.examples.place import Place
from equalterms.examples.vocabulary import Persona
from equalterms.people.actions.inviting import accept_invitation
from equalterms.people.actions.joining import enter_person
from equalterms.people.actions.supporting import name_supporter
from equalterms.people.models import Invitation
from equalterms.people.vocabulary import ConsentWay, Duty, NeedGroup, OrganisationKind, Sharing, SupportScope

MODELLED_ON = (
    "Made up, and modelled on Hampshire: the Personalisation Expert Panel and the Transformation Coproduction Board, as "
    "told by the chair of the panel and the county’s Director of Adults’ Health and Care in 2016 and by the chair in 2017."
)

SERVICE_USERS = {
    "marcus": "Marcus Bell",
    "anwen": "Anwen Pritchard",
    "yusuf": "Yusuf Demir",
    "chloe": "Chloe Barker",
    "stanley": "Stanley Orme",
    "fatima": "Fatima Siddiqui",
    "leo": "Leo Katz",
    "grace": "Grace Mensah",
    "owen": "Owen Tully",
    "bronagh": "Bronagh Daly",
    "desmond": "Desmond Clarke",
    "vera": "Vera Lomax",
}
CARERS = {
    "agnieszka": "Agnieszka Nowak",
    "harriet": "Harriet Lowe",
    "samuel": "Samuel Boateng",
    "lin": "Lin Zhao",
    "patricia": "Patricia Doyle",
    "imran": "Imran Shah",
    "rosemary": "Rosemary Finch",
}
COUNCIL_STAFF = {
    "david": ("David Penrose", "Director of Adult Care"),
    "sinead": ("Sinead Walsh", "Head of Commissioning"),
    "kwame": ("Kwame Asante", "Head of Social Work"),
    "laura": ("Laura Bright", "Head of Housing and Adaptations"),
    "nikhil": ("Nikhil Menon", "Head of Digital Services"),
    "martin": ("Martin Sale", "Head of Transport"),
    "olu": ("Olu Bankole", "Finance Business Partner"),
    "deborah": ("Deborah Quinn", "Principal Occupational Therapist"),
}
HEALTH_STAFF = {
    "carys": ("Carys Hughes", "Director of Community Services"),
    "peter": ("Peter Lindqvist", "Head of Hospital Discharge"),
    "joanne": ("Joanne Tibbs", "Lead Nurse, Long-Term Conditions"),
}
PERSONAS = {
    "priya": ("Priya Nair", Persona.MEMBER, ""),
    "tom": ("Tom Whitlock", Persona.CARER, "Tom"),
    "jo": ("Josephine Adeyemi", Persona.CHAIR, "Jo"),
    "helen": ("Helen Marsh", Persona.MANAGER, "Mrs Marsh"),
    "ben": ("Ben Castillo", Persona.FACILITATOR, "Ben"),
    "ruth": ("Ruth Feldman", Persona.FINANCE, ""),
    "graham": ("Graham Osei", Persona.APPROVER, "Mr Osei"),
    "sunita": ("Sunita Rao", Persona.ADMINISTRATOR, ""),
    "callum": ("Callum Reid", Persona.OUTSIDER, ""),
}


def organisations(place: Place) -> Tale:
    yield place.day(-560)
    place.organisations["council"] = found(
        "Northshire County Council",
        OrganisationKind.COUNCIL,
        "Looks after social care, roads, buses and libraries for the 640,000 people of Northshire.",
        MODELLED_ON,
    )
    place.organisations["health"] = found(
        "Northshire Health",
        OrganisationKind.NHS,
        "Plans and pays for health services in Northshire, and runs the community nurses.",
        MODELLED_ON,
    )
    place.organisations["living"] = found(
        "Northshire Independent Living",
        OrganisationKind.USER_LED,
        "Run by disabled people for disabled people. Helps with personal budgets, personal assistants and speaking up.",
        MODELLED_ON,
    )


def residents_and_staff(place: Place) -> Tale:
    yield place.day(-555)
    for short, (name, persona, address_as) in PERSONAS.items():
        place.people[short] = arrive(name, "northshire", persona=persona, address_as=address_as)
    for short, name in {**SERVICE_USERS, **CARERS}.items():
        place.people[short] = arrive(name, "northshire")
    place["desmond"].address_as = "Mr Clarke"
    place["desmond"].save(update_fields=["address_as"])
    council, health = place.organisations["council"], place.organisations["health"]
    administrator = employ(place["sunita"], council, Duty.ADMINISTRATOR, "Digital Participation Officer")
    for short, duty, title in (
        ("helen", Duty.MANAGER, "Head of Transformation"),
        ("ben", Duty.FACILITATOR, "Participation Lead"),
        ("ruth", Duty.FINANCE, "Payments Officer"),
        ("graham", Duty.APPROVER, "Head of Business Support"),
    ):
        employ(place[short], council, duty, title, by=administrator)
    for short, (name, title) in COUNCIL_STAFF.items():
        place.people[short] = employ(arrive(name, "northshire"), council, Duty.MANAGER, title, by=administrator)
    for short, (name, title) in HEALTH_STAFF.items():
        place.people[short] = employ(arrive(name, "northshire-health"), health, Duty.MANAGER, title)
    living = place.organisations["living"]
    employ(place["bronagh"], living, Duty.ADMINISTRATOR, "Chair")
    employ(place["leo"], living, Duty.STAFF, "Peer Support Worker", by=place["bronagh"])


def somebody_without_email(place: Place) -> Tale:
    """Edith Whitlock has no e-mail address. Her son Tom reads things to her and types what she says."""
    yield place.day(-520)
    place.people["edith"] = enter_person(
        name="Edith Whitlock",
        address_as="Mrs Whitlock",
        phone="01632 960417",
        organisation=place.organisations["council"],
        way=ConsentWay.IN_PERSON,
        words="Yes, put me down. I will not have a computer in the house, but Tom can do it for me.",
        given_on=place.day(-520),
        by=place["ben"],
    )
    support = name_supporter(
        person=place["edith"],
        supporter_name="Tom Whitlock",
        supporter_email=place["tom"].email,
        scope=SupportScope.ACT,
        by=place["ben"],
        way=ConsentWay.IN_PERSON,
        words="Tom may read me everything, and write down what I say.",
        given_on=place.day(-520),
    )
    yield place.day(-518)
    accept_invitation(invitation=Invitation.objects.get(support=support), by=place["tom"])


def access_needs(place: Place) -> Tale:
    yield place.day(-450)
    say_needs(
        place["priya"],
        Sharing.FACILITATORS,
        (NeedGroup.CONTACT, ["email", "no_phone"], ""),
        (
            NeedGroup.FORMAT,
            ["screen_reader", "easy_read"],
            "Word files are best. Scanned pages do not work for me. Easy read on days when I am tired.",
        ),
        (NeedGroup.SUPPORT, ["talk_before"], ""),
        (NeedGroup.TIME_AND_PLACE, ["papers_early", "not_mornings"], "My carer comes at eight and leaves at ten."),
    )
    say_needs(
        place["jo"],
        Sharing.ORGANISERS,
        (NeedGroup.FORMAT, ["large_print_18"], ""),
        (NeedGroup.SUPPORT, ["personal_assistant"], "My assistant’s name is Dee."),
        (NeedGroup.TIME_AND_PLACE, ["step_free", "accessible_toilet", "parking"], ""),
    )
    say_needs(
        place["marcus"],
        Sharing.FACILITATORS,
        (NeedGroup.PROFESSIONAL, ["bsl_interpreter"], "Two interpreters if it lasts longer than an hour."),
        (NeedGroup.FORMAT, ["bsl_video", "subtitles"], ""),
    )


def more_access_needs(place: Place) -> Tale:
    yield place.day(-380)
    say_needs(
        place["tom"],
        Sharing.ORGANISERS,
        (NeedGroup.TIME_AND_PLACE, ["replacement_care", "breaks"], "Somebody has to be with Mum while I am out."),
        review_in=340,
    )
    edith = place["edith"]
    edith.entered_by = place["tom"]
    say_needs(
        edith,
        Sharing.FACILITATORS,
        (NeedGroup.CONTACT, ["letter_large", "through_supporter"], ""),
        (NeedGroup.FORMAT, ["large_print_24"], ""),
        (NeedGroup.SUPPORT, ["hearing_loop"], "Sit me near the front."),
        review_in=360,
    )
    edith.entered_by = None
    yield place.day(-60)
    say_needs(
        place["stanley"],
        Sharing.NOBODY,
        (NeedGroup.FORMAT, ["easy_read"], "With pictures."),
        (NeedGroup.SUPPORT, ["plain_words", "read_aloud"], ""),
        review_in=90,
    )


TALES = (organisations, residents_and_staff, somebody_without_email, access_needs, more_access_needs)
