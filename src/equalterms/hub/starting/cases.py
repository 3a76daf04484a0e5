"""The five real cases: what was published about them, as facts, each with its source. Nothing is added."""
# ruff: noqa: E501  (prose: a sentence is not broken for the width of a screen)

from equalterms.hub.starting.writing import StartingPage, case, fact, heading, text

HAMPSHIRE_2016 = "Account by the chair of the Personalisation Expert Panel and the county’s Director of Adults’ Health and Care, 2016"
HAMPSHIRE_2017 = "Account by the chair of the Personalisation Expert Panel, 2017"
SKILLS = "Account by the chief executive of Skills for Care, 2017"
COMMISSION = "Account by a member of the Disabled People’s Commission, 2017"
COUNCIL_RECORD = "Public record of Hammersmith and Fulham Council"
WILTSHIRE = "Account by the first director of Wiltshire Users Network, on the years 1991 to 1997"

CASES = StartingPage(
    model="CasesPage",
    slug="cases",
    title="Five real cases",
    lead="This site was shaped by five real accounts of people working together in England. Here is what they say.",
    search_description="Published facts of five real cases of co-production in health and social care, with their sources.",
    streams={
        "introduction": [
            heading("What stands here, and what does not"),
            text(
                "On this page there are only published facts, with their sources. The words are ours. "
                "We have added nothing.",
                "The example places on demonstration sites are made up: Northshire, Riverbank, Westmoor and Skills "
                "Together. Each says on which case it is modelled. What people say and do there did not happen in the real places.",
            ),
        ],
        "cases": [
            case(
                "Hampshire",
                "2016 and 2017",
                "Service users, carers and senior managers of the county council work on the reform of social care together. "
                "Choice and control are fixed. How to get there is open.",
                [
                    fact(
                        "Choice and control for service users are principles that cannot be bargained away. How to achieve them is "
                        "open to discussion.",
                        HAMPSHIRE_2016,
                    ),
                    fact(
                        "There are two levels: each person’s right to take part in decisions about their own care, and "
                        "everybody’s responsibility for the wider system.",
                        HAMPSHIRE_2016,
                    ),
                    fact(
                        "Working together is slow and sometimes fails. It is rewarding when agreement is reached.",
                        HAMPSHIRE_2016,
                    ),
                    fact("Health and care have to do more with less money. This is said openly.", HAMPSHIRE_2016),
                    fact(
                        "The Personalisation Expert Panel brings service users and carers together with senior managers. In 2017 its "
                        "chair had served for nine years.",
                        HAMPSHIRE_2017,
                    ),
                    fact(
                        "On the Transformation Coproduction Board, 40 service users, carers and senior managers look at the plans of "
                        "the next two years.",
                        HAMPSHIRE_2017,
                    ),
                    fact(
                        "Senior managers report their plans to the board. They must state where co-production has taken or "
                        "will take place, and what effect it has had.",
                        HAMPSHIRE_2017,
                    ),
                    fact(
                        "The board does not replace groups that were there before. They refer work to one another.",
                        HAMPSHIRE_2017,
                    ),
                ],
                "Northshire: the county council, its panel and its board",
            ),
            case(
                "Skills for Care",
                "2016 and 2017",
                "A national organisation for the social care workforce makes its guides and policies with the people they "
                "are for.",
                [
                    fact(
                        "An information hub for individual employers grew out of a round table. Individual employers "
                        "said what it should be, and advised all the way through.",
                        SKILLS,
                    ),
                    fact("The hub had more than 40,000 page views in 2016/17.", SKILLS),
                    fact(
                        "A toolkit on employing personal assistants was co-produced with employers and with People Hub. It reached "
                        "6,066 people and had 16,000 page views.",
                        SKILLS,
                    ),
                    fact(
                        "Under the participation policy, people who give their expertise are supported and paid back. No one is out of pocket.",
                        SKILLS,
                    ),
                    fact(
                        "Guides on autism were co-produced with people with lived experience. Some of them made videos.",
                        SKILLS,
                    ),
                    fact(
                        "A group that creates apprenticeship standards includes a centre for inclusive living.", SKILLS
                    ),
                    fact("In Co-production Week a pledge was made in public, to take the work further.", SKILLS),
                ],
                "Skills Together: a national charity and its reference group",
            ),
            case(
                "Hammersmith and Fulham",
                "2016 to 2025",
                "Ten local disabled people formed a commission, heard evidence, and told the council how co-production "
                "should work.",
                [
                    fact(
                        "The Disabled People’s Commission has ten members, all local disabled people. It has met since September 2016.",
                        COMMISSION,
                    ),
                    fact("It works by the social model of disability.", COMMISSION),
                    fact(
                        "It takes evidence from disabled people’s organisations and from advisers on co-production.",
                        COMMISSION,
                    ),
                    fact(
                        "In its survey, more than 60% of residents said that their quality of life had gone down.",
                        COMMISSION,
                    ),
                    fact("43% had had difficulty using a service in the last 12 months.", COMMISSION),
                    fact(
                        "46% felt that they could not influence decisions. Over 80% wanted to take part in them.",
                        COMMISSION,
                    ),
                    fact("94% of council staff were keen to involve disabled residents more.", COMMISSION),
                    fact(
                        "The report “Nothing About Disabled People Without Disabled People” made eight recommendations. The council "
                        "accepted all of them in full.",
                        COUNCIL_RECORD,
                    ),
                    fact("Later, 23 of the 31 actions of the housing strategy were reported as done.", COUNCIL_RECORD),
                    fact("A policy for paying residents followed in 2025.", COUNCIL_RECORD),
                ],
                "Riverbank: the borough council and its commission of ten",
            ),
            case(
                "Wiltshire",
                "1991 to 1997",
                "A network run by the people who used services, with its own agenda, worked beside the local authority as an equal.",
                [
                    fact(
                        "Wiltshire Users Network was controlled by its members: long-term users of health and social care.",
                        WILTSHIRE,
                    ),
                    fact(
                        "Members set their own agenda, and prepared together before they met professionals.", WILTSHIRE
                    ),
                    fact(
                        "Fees and travel costs were paid, so that users could plan and monitor beside professionals.",
                        WILTSHIRE,
                    ),
                    fact(
                        "A service agreement was negotiated with the local authority. It left the network free to work in its own way.",
                        WILTSHIRE,
                    ),
                    fact("The network once counted 64 different ways in which its members were involved.", WILTSHIRE),
                    fact("It used a ladder of user involvement, with user control at the top.", WILTSHIRE),
                    fact("Independent living and direct payments are named as the long-term effect.", WILTSHIRE),
                ],
                "Westmoor: a network controlled by its members",
            ),
            case(
                "Co-production Week",
                "2016, 2017 and 2019",
                "A yearly campaign in which people write about working together.",
                [
                    fact(
                        "Contributors wrote posts, readers commented, and there were events and pledges.",
                        "Posts published for Co-production Week, 2016, 2017 and 2019",
                    )
                ],
                "A week across all the example places, still to come",
            ),
        ],
    },
)
