"""English sentences and the claims they make, in the notation of `notation.py`. Sentences are the project's
own."""

# ruff: noqa: E501 - a claim is one line

from __future__ import annotations

import re

import pytest

from notation import claims

CLAIMS: dict[str, list[tuple[str, list[str]]]] = {
    "passive": [
        (
            "Two hundred mortars were handed over to the Kosovo Liberation Army by Albanian army officers in 1998.",
            ["transfer Albania -> Kosovo Liberation Army: 200 mortars (delivered, 1998..1998)"],
        ),
        (
            "Ethiopian troops were given 40 armoured vehicles by China last year.",
            ["transfer China -> Ethiopia: 40 armoured vehicles (delivered, 2020..2020)"],
        ),
        (
            "The Taliban have been supplied with night-vision goggles and rifles by Russia, General Harrow said.",
            ["transfer Russia -> Taliban: night-vision equipment, rifles (delivered) < General Harrow"],
        ),
        (
            "A Kornet missile was fired at the school bus by Hamas militants.",
            ["use Hamas -> school bus: Kornet"],
        ),
        (
            "The tank was destroyed by a TOW missile fired by the Free Syrian Army.",
            ["use Free Syrian Army -> tanks: TOW"],
        ),
        (
            "The Panel established that 1,000 rifles had been transferred by Ethiopia to militias in Gedo in violation of the embargo.",
            ["transfer Ethiopia -> militias: 1000 rifles place=Gedo (delivered/smuggling) < Panel"],
        ),
    ],
    "noun": [
        (
            "Deliveries of Chinese Type 59 tanks to Tanzania began in 1978.",
            ["transfer China -> Tanzania: Type 59 tank (delivered, 1978..1978)"],
        ),
        (
            "Belgium's export of machine guns to Guatemala continued until 1981.",
            ["transfer Belgium -> Guatemala: machine guns (delivered, ..1981)"],
        ),
        (
            "The sale by South Africa of G5 howitzers to Iraq was approved in 1985.",
            ["transfer South Africa -> Iraq: G5 howitzer (agreed/sale, 1985..1985)"],
        ),
        (
            "The United States has frozen a shipment of rifles to the Turkish police.",
            ["transfer United States -> Turkey: rifles (halted)"],
        ),
        (
            "Germany has pledged 18 Leopard 2 tanks to Ukraine.",
            ["transfer Germany -> Ukraine: 18 Leopard 2 (offered)"],
        ),
        (
            "Germany's pledge of 18 Leopard 2 tanks to Ukraine came in January.",
            ["transfer Germany -> Ukraine: 18 Leopard 2 (offered, 2021-01..2021-01)"],
        ),
        (
            "The helicopters were a gift from Beijing to the Malian army.",
            ["transfer China -> Mali: helicopters (delivered/aid)"],
        ),
    ],
    "relative": [
        (
            "The rifles, which Bulgaria sold to Angola in 1999, were later found with UNITA.",
            ["transfer Bulgaria -> Angola: rifles (delivered/sale, 1999..1999)"],
        ),
        (
            "Rockets that Hezbollah had received from Syria were fired at Haifa.",
            [
                "transfer Syria -> Hezbollah: rockets (delivered)",
                "use ? -> Haifa: rockets",
            ],
        ),
        (
            "UNITA, which received Stinger missiles from Washington in 1986, lost two of them to government troops.",
            [
                "transfer United States -> UNITA: Stinger (delivered, 1986..1986)",
                "transfer UNITA -> government troops: 2 Stinger (delivered/capture, 1986..1986)",
            ],
        ),
        (
            "Iran, which has long armed the Houthis, shipped them drones through Oman.",
            ["transfer Iran -> Houthis: weapons, drones via=Oman (delivered)"],
        ),
    ],
    "participle": [
        (
            "The Houthis displayed missiles supplied by Iran at a parade in Sanaa.",
            ["transfer Iran -> Houthis: missiles place=Sanaa (delivered)"],
        ),
        (
            "Mortars sent by Croatia reached the Free Syrian Army via Jordan.",
            ["transfer Croatia -> Free Syrian Army: mortars via=Jordan (delivered)"],
        ),
        (
            "The Libyan rebels obtained Milan missiles, supplied by Qatar and flown in from Doha.",
            ["transfer Qatar -> National Transitional Council (Libya): MILAN (delivered)"],
        ),
        (
            "The Merkava was hit by a Kornet that Hezbollah had fired from Khiam.",
            ["use Hezbollah -> Merkava: Kornet"],
        ),
        (
            "A Kornet fired from Khiam by Hezbollah hit a Merkava.",
            ["use Hezbollah -> Merkava: Kornet"],
        ),
        (
            "Police in Niger intercepted a convoy carrying machine guns from Libya to Mali.",
            ["transfer Libya -> Mali: machine guns carrier=convoy (seized)"],
        ),
    ],
    "cleft": [
        (
            "It was Pakistan that gave the Taliban their first tanks.",
            ["transfer Pakistan -> Taliban: tanks (delivered)"],
        ),
        (
            "It was from Belarus that Ivory Coast obtained the Su-25 jets.",
            ["transfer Belarus -> Ivory Coast: Su-25 (delivered)"],
        ),
        (
            "What Moscow delivered to Hanoi was six Kilo-class submarines.",
            ["transfer Russia -> Vietnam: Kilo-class submarine (delivered)"],
        ),
        (
            "Iran was the first to supply the Peshmerga with weapons, Masoud Barzani said.",
            ["transfer Iran -> Peshmerga: weapons (delivered) < Masoud Barzani"],
        ),
    ],
    "gap": [
        (
            "Egypt received Rafale jets from France and Su-35s from Russia.",
            [
                "transfer France -> Egypt: Rafale (delivered)",
                "transfer Russia -> Egypt: Su-35 (delivered)",
            ],
        ),
        (
            "Two MiG-21s were handed to Mali by Russia and two Su-24s by Bulgaria.",
            [
                "transfer Russia -> Mali: 2 MiG-21 (delivered)",
                "transfer Bulgaria -> Mali: 2 Su-24 (delivered)",
            ],
        ),
        (
            "The Tigers get their ammunition from Cambodia and their money from Toronto.",
            ["transfer Cambodia -> Tigers: ammunition (underway)"],
        ),
    ],
    "party": [
        (
            "The firm Meridian Export shipped 3,000 AK-47 rifles to South Sudan in 2014, according to invoices.",
            ["transfer Meridian Export -> South Sudan: 3000 AK-47 (delivered, 2014..2014) < invoices"],
        ),
        (
            "Businessman Leonid Minin delivered 113 tons of ammunition to Liberia through Burkina Faso.",
            ["transfer Leonid Minin -> Liberia: ammunition via=Burkina Faso (delivered)"],
        ),
        (
            "Viktor Bout sold rifles to Charles Taylor, prosecutors said.",
            ["transfer Viktor Bout -> Charles Taylor: rifles (delivered/sale) < prosecutors"],
        ),
        (
            "Denel of South Africa supplied Algeria with missiles.",
            ["transfer Denel -> Algeria: missiles (delivered)"],
        ),
        (
            "Turkish firm Baykar will deliver six TB2 drones to Mali under a contract signed in 2021.",
            ["transfer Baykar -> Mali: 6 Bayraktar TB2 (offered/sale)"],
        ),
        (
            "A Congolese colonel sold his unit's rifles to the Mai-Mai.",
            ["transfer Congolese colonel -> Mai-Mai: rifles (delivered/sale)"],
        ),
    ],
    "description": [
        (
            "Boko Haram took over the barracks. The group captured 12 armoured vehicles from the Nigerian army.",
            ["transfer Nigeria -> Boko Haram: 12 armoured vehicles (delivered/capture)"],
        ),
        (
            "Russia is Syria's main backer. Its ally has received Pantsir systems from Moscow since 2013.",
            ["transfer Russia: Pantsir (underway, 2013..)"],
        ),
        (
            "The Hezbollah leader never concealed that Iran gave the group Fateh-110 missiles.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered)"],
        ),
        (
            "The guerrillas' rifles came from Jordan by way of Peru.",
            ["transfer ? -> guerrillas: rifles origin=Jordan via=Peru (delivered)"],
        ),
    ],
    "quotation": [
        (
            '"The Americans handed us TOW missiles," said the fighter. "They trained us too."',
            ["transfer United States: TOW (delivered) < fighter"],
        ),
        (
            'Nasrallah told Al-Manar: "Everything we have, our rockets included, comes from Iran."',
            ["transfer ? -> Hezbollah: rockets origin=Iran (underway) < Hassan Nasrallah < Al-Manar"],
        ),
    ],
    "chain": [
        (
            "Le Monde, quoting an intelligence report, wrote that Algeria had bought 12 Su-34 bombers from Russia.",
            ["transfer Russia -> Algeria: 12 Su-34 (delivered/sale) < intelligence report < Le Monde"],
        ),
        (
            "The New York Times reported, citing two officials, that the CIA had armed Syrian rebels via Jordan.",
            [
                "transfer Central Intelligence Agency -> Syrian armed opposition: weapons via=Jordan (delivered) < officials < The New York Times"
            ],
        ),
        (
            "Reuters said Libya had asked Belarus for helicopters, quoting a diplomat.",
            ["transfer Belarus -> Libya: helicopters (requested) < diplomat < Reuters"],
        ),
        (
            "Belarus is shipping MiG-29s to Sudan, the newspaper Kommersant reported on Tuesday.",
            ["transfer Belarus -> Sudan: MiG-29 (underway) < Kommersant"],
        ),
        (
            "Kommersant reported on Tuesday that Belarus was shipping MiG-29s to Sudan, citing a source in the arms export agency.",
            ["transfer Belarus -> Sudan: MiG-29 (underway) < source < Kommersant"],
        ),
        (
            "A source in the export agency told Kommersant that Belarus was shipping MiG-29s to Sudan.",
            ["transfer Belarus -> Sudan: MiG-29 (underway) < source < Kommersant"],
        ),
        (
            "Al-Akhbar quoted a Hezbollah deputy as saying that Iran had sent Fateh-110 missiles.",
            ["transfer Iran: Fateh-110 (delivered) < Hezbollah deputy < Al-Akhbar"],
        ),
        (
            "A Hezbollah deputy was quoted by Al-Akhbar as saying that Iran had sent Fateh-110 missiles.",
            ["transfer Iran: Fateh-110 (delivered) < Hezbollah deputy < Al-Akhbar"],
        ),
        (
            "Iran sent Fateh-110 missiles to Hezbollah, Al-Akhbar said, citing a deputy.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered) < deputy < Al-Akhbar"],
        ),
        (
            "Iran sent Fateh-110 missiles to Hezbollah, according to Al-Akhbar and the BBC.",
            [
                "transfer Iran -> Hezbollah: Fateh-110 (delivered) < Al-Akhbar",
                "transfer Iran -> Hezbollah: Fateh-110 (delivered) < BBC",
            ],
        ),
        (
            "Iran sent Fateh-110 missiles to Hezbollah, two officials told the BBC on condition of anonymity.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered) < officials < BBC"],
        ),
        (
            "In an interview with the BBC, a Hezbollah deputy said Iran had sent Fateh-110 missiles.",
            ["transfer Iran: Fateh-110 (delivered) < Hezbollah deputy < BBC"],
        ),
        (
            "A UN report seen by Reuters says Iran sent Fateh-110 missiles to Hezbollah.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered) < UN report < Reuters"],
        ),
    ],
    "denial": [
        (
            "Kigali denies arming M23.",
            ["transfer Rwanda -> March 23 Movement: weapons (unspecified, denied) < Rwanda"],
        ),
        (
            "Tehran has repeatedly denied that it supplies the Houthis with missiles.",
            ["transfer Iran -> Houthis: missiles (underway, denied) < Iran"],
        ),
        (
            "Rwanda dismissed allegations that it had sent weapons to the CNDP as fantasy.",
            [
                "transfer Rwanda -> National Congress for the Defence of the People: weapons (delivered, denied) < Rwanda"
            ],
        ),
        (
            "The ministry rejected the report that Minsk had sold rockets to Sudan.",
            ["transfer Belarus -> Sudan: rockets (delivered/sale, denied) < ministry"],
        ),
        (
            "No weapons were delivered to the GNA by Malta, the government insisted.",
            ["transfer Malta -> Government of National Accord: weapons (delivered, denied) < government"],
        ),
        (
            "Russia has never sold S-400 missiles to Iran.",
            ["transfer Russia -> Iran: S-400 (delivered/sale, denied)"],
        ),
        (
            "The rebels are being armed by Chad. N'Djamena rejects the accusation.",
            [
                "transfer Chad -> rebels: weapons (underway)",
                "transfer Chad -> rebels: weapons (underway, denied) < Chad",
            ],
        ),
        (
            "Sudan accused Chad of arming the Justice and Equality Movement. Chad said this was untrue.",
            [
                "transfer Chad -> Justice and Equality Movement: weapons (underway) < Sudan",
                "transfer Chad -> Justice and Equality Movement: weapons (underway, denied) < Chad",
            ],
        ),
        (
            "It has never, it repeats, handed a single cartridge to Hezbollah.",
            ["transfer ? -> Hezbollah: cartridges (delivered, denied)"],
        ),
        (
            "Allegations that Rwanda armed M23 are fantasy, said the envoy.",
            ["transfer Rwanda -> March 23 Movement: weapons (delivered, denied) < envoy"],
        ),
        (
            "There is no truth in the allegation that Rwanda armed M23, the envoy said.",
            ["transfer Rwanda -> March 23 Movement: weapons (delivered, denied) < envoy"],
        ),
        (
            "Iran's foreign minister called reports that Iran delivered Fateh-110 missiles to Hezbollah a joke.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered, denied) < Iran's foreign minister"],
        ),
        (
            "Turkish F-16s shot down an Armenian Su-25, Yerevan said; Ankara denied it.",
            [
                "use Turkey -> Su-25: F-16 < Armenia",
                "use Turkey -> Su-25: F-16 (denied) < Turkey",
            ],
        ),
    ],
    "hedge": [
        (
            "North Korea may have sold Scud missiles to Myanmar.",
            ["transfer North Korea -> Myanmar: Scud (delivered/sale, possible)"],
        ),
        (
            "It is likely that the rockets came from Iran.",
            ["transfer ?: rockets origin=Iran (delivered, probable)"],
        ),
        (
            "Eritrea reportedly gave anti-aircraft guns to the Islamic Courts Union.",
            ["transfer Eritrea -> Islamic Courts Union: anti-aircraft guns (delivered, possible)"],
        ),
        (
            "It is unclear whether Iran delivered Fateh-110 missiles to Hezbollah.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered, possible)"],
        ),
        (
            "There are reports that Iran delivered Fateh-110 missiles to Hezbollah.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered, possible)"],
        ),
        (
            "It cannot be ruled out that Iran delivered Fateh-110 missiles to Hezbollah.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered, possible)"],
        ),
        (
            "Iran allegedly delivered Fateh-110 missiles to Hezbollah.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered, possible)"],
        ),
        (
            "Intelligence officials believe that Iran delivered Fateh-110 missiles to Hezbollah.",
            ["transfer Iran -> Hezbollah: Fateh-110 (delivered, probable) < Intelligence officials"],
        ),
        (
            "Khartoum stands accused of supplying the LRA with ammunition.",
            ["transfer Sudan -> Lord's Resistance Army: ammunition (underway, possible)"],
        ),
    ],
    "stage": [
        (
            "Kyiv asked Washington for ATACMS missiles.",
            ["transfer United States -> Ukraine: ATACMS (requested)"],
        ),
        (
            "Baghdad's request to Washington for Apache helicopters was refused.",
            ["transfer United States -> Iraq: AH-64 Apache (halted)"],
        ),
        (
            "Moscow offered Tehran the Antey-2500 instead of the S-300.",
            ["transfer Russia -> Iran: S-300V (offered)"],
        ),
        (
            "Saudi Arabia has signed a contract with France for six corvettes.",
            ["transfer France -> Saudi Arabia: 6 corvettes (agreed)"],
        ),
        (
            "Sweden suspended deliveries of missiles to Thailand after the coup.",
            ["transfer Sweden -> Thailand: missiles (halted)"],
        ),
        (
            "Pretoria vowed to stop supplying UNITA with fuel and guns.",
            ["transfer South Africa -> UNITA: firearms (halted)"],
        ),
        (
            "India signed a deal with Russia for S-400 missiles in 2018.",
            ["transfer Russia -> India: S-400 (agreed, 2018..2018)"],
        ),
        (
            "Seoul will supply Warsaw with K2 tanks.",
            ["transfer South Korea -> Poland: K2 Black Panther (offered)"],
        ),
        (
            "Russia plans to sell Su-57 fighters to Algeria.",
            ["transfer Russia -> Algeria: Su-57 (offered/sale)"],
        ),
        (
            "Poland will get 180 K2 tanks from South Korea.",
            ["transfer South Korea -> Poland: 180 K2 Black Panther (offered)"],
        ),
    ],
    "seizure": [
        (
            "Customs officers in Cyprus impounded a cargo of Iranian ammunition aboard the Monchegorsk bound for Syria.",
            ["transfer ? -> Syria: ammunition place=Cyprus (seized)"],
        ),
        (
            "The ship unloaded armoured vehicles at Misrata on 18 May.",
            [
                "transfer ?: armoured vehicles destination=Misrata carrier=ship (delivered, 2021-05-18..2021-05-18)"
            ],
        ),
        (
            "Armoured vehicles were unloaded at Misrata from the Turkish ship Amazon Queen.",
            [
                "transfer ?: armoured vehicles destination=Misrata carrier=Turkish ship Amazon Queen (delivered)"
            ],
        ),
        (
            "The navy intercepted a trawler smuggling shells to the Tamil Tigers.",
            [
                "transfer ? -> Liberation Tigers of Tamil Eelam: artillery ammunition carrier=trawler (seized/smuggling)"
            ],
        ),
    ],
    "capture": [
        (
            "Islamic State fighters seized American-made Humvees from the Iraqi army at Mosul.",
            [
                "transfer Iraq -> Islamic State: Humvee place=Mosul (delivered/capture)",
                "production United States: Humvee",
            ],
        ),
        (
            "The rebels captured 20 tanks and dozens of howitzers when the garrison fled.",
            ["transfer ? -> rebels: 20 tanks, howitzers (delivered/capture)"],
        ),
        (
            "The Peshmerga captured three armoured Humvees from Islamic State near Mosul.",
            ["transfer Islamic State -> Peshmerga: 3 Humvee place=Mosul (delivered/capture)"],
        ),
        (
            "Hamas fighters overran the base and made off with two Merkava tanks.",
            ["transfer ? -> Hamas: 2 Merkava (delivered/capture)"],
        ),
    ],
    "route": [
        (
            "Ship-tracking data show that the Ursa Major sailed from Tartus to Benghazi with air defence systems.",
            [
                "transfer ?: air-defence systems origin=Tartus destination=Benghazi carrier=Ursa Major (delivered)"
            ],
        ),
        (
            "The LTTE smuggled artillery shells from Indonesia to Mullaittivu aboard the MV Matsushima.",
            [
                "transfer ?: artillery ammunition intermediary=Liberation Tigers of Tamil Eelam origin=Indonesia destination=Mullaittivu carrier=MV Matsushima (delivered/smuggling)"
            ],
        ),
        (
            "The arms, mostly Soviet, are flown from Kinshasa to Jamba by American C-130s.",
            ["transfer ?: weapons origin=DR Congo destination=Jamba (underway)"],
        ),
        (
            "Israel airlifted Spike missiles to Baku during the war.",
            ["transfer Israel -> Azerbaijan: Spike (delivered)"],
        ),
    ],
    "support": [
        (
            "Cuba has 30,000 troops in Angola.",
            ["support Cuba place=Angola (underway)"],
        ),
        (
            "Iran pays the salaries of Liwa Fatemiyoun fighters in Syria.",
            ["support Iran -> Fatemiyoun Brigade place=Syria (underway)"],
        ),
        (
            "Iran funds and trains Hamas.",
            ["support Iran -> Hamas (underway)"],
        ),
        (
            "Uganda deployed 2,000 troops to South Sudan in December 2013.",
            ["support Uganda -> South Sudan place=South Sudan (delivered, 2013-12..2013-12)"],
        ),
        (
            "The Saudi-backed Yemeni government and the Iran-backed Houthis met.",
            [
                "support Saudi Arabia -> Yemen (underway)",
                "support Iran -> Houthis (underway)",
            ],
        ),
        (
            "Angola's MPLA enjoyed the backing of Cuban troops and Soviet advisers.",
            ["support Cuba -> MPLA (delivered)"],
        ),
        (
            "Rwanda has 4,000 soldiers fighting alongside M23 in North Kivu, UN experts wrote.",
            ["support Rwanda -> March 23 Movement place=North Kivu (underway) < UN experts"],
        ),
        (
            "Georgia's army was trained by Israeli instructors and equipped with Ukrainian tanks.",
            ["support Israel -> Georgia (delivered)"],
        ),
        (
            "The Quds Force gives Hamas 100 million dollars a year.",
            ["support IRGC Quds Force -> Hamas (underway)"],
        ),
    ],
    "designation": [
        (
            "The United States designated the PKK a terrorist organisation in 1997.",
            ["designation United States -> Kurdistan Workers' Party (1997..1997)"],
        ),
        (
            "Britain placed Hamas on its list of banned terrorist groups.",
            ["designation United Kingdom -> Hamas"],
        ),
        (
            "The Security Council imposed an arms embargo on Eritrea in 2009.",
            ["designation UN Security Council -> Eritrea (2009..2009)"],
        ),
        (
            "Turkey considers the YPG terrorists.",
            ["designation Turkey -> People's Protection Units"],
        ),
        (
            "Switzerland has never listed Hamas as a terrorist organisation.",
            ["designation Switzerland -> Hamas (denied)"],
        ),
        (
            "Paraguay recognised Hezbollah as a terrorist organisation.",
            ["designation Paraguay -> Hezbollah"],
        ),
        (
            "Norway does not consider Hamas a terrorist organisation.",
            ["designation Norway -> Hamas (denied)"],
        ),
        (
            "The EU has refused to list the IRGC as a terrorist organisation.",
            ["designation European Union -> Islamic Revolutionary Guard Corps (denied)"],
        ),
    ],
    "possession": [
        (
            "The Houthis possess hundreds of Scud missiles, analysts say.",
            ["possession Houthis: Scud < analysts"],
        ),
        (
            "Hezbollah's arsenal of 150,000 rockets worries Israel.",
            ["possession Hezbollah: 150000 rockets"],
        ),
        (
            "Al-Shabaab fighters are armed with RPG-7 launchers and PKM machine guns.",
            ["possession Al-Shabaab: RPG-7, PKM"],
        ),
        (
            "Hezbollah is in possession of Kornet missiles.",
            ["possession Hezbollah: Kornet"],
        ),
    ],
    "use": [
        (
            "Houthi fighters fired a ballistic missile at Riyadh on 4 November 2017.",
            ["use Houthis -> Riyadh: ballistic missiles (2017-11-04..2017-11-04)"],
        ),
        (
            "Grad rockets struck Mariupol; they were launched by separatists.",
            [
                "use ? -> Mariupol: BM-21 Grad",
                "use separatists: BM-21 Grad",
            ],
        ),
        (
            "A video posted by Hezbollah shows its fighters firing a Kornet at a Merkava tank.",
            ["use Hezbollah -> Merkava: Kornet"],
        ),
        (
            "Footage shows a Merkava tank being hit by a Kornet missile fired by Hezbollah.",
            ["use Hezbollah -> Merkava: Kornet"],
        ),
        (
            "The CIA mined the harbours and the Contras fired Redeye missiles at Sandinista helicopters.",
            ["use Contras -> helicopters: Redeye"],
        ),
    ],
    "production": [
        (
            "Turkey makes the Bayraktar TB2.",
            ["production Turkey: Bayraktar TB2"],
        ),
        (
            "The Shahed-136 drone, manufactured in Iran, was used by Russia against Kyiv.",
            [
                "production Iran: Shahed-136",
                "use Russia: Shahed-136",
            ],
        ),
        (
            "The rifles are made in Belgium by FN Herstal.",
            ["production FN Herstal, Belgium: rifles"],
        ),
        (
            "North Korea is helping Syria build Scud missiles.",
            ["production Syria: Scud"],
        ),
    ],
}
"""By phenomenon: a text, and every claim that is to be read from it."""

SILENT = [
    "The factory that makes the Bayraktar TB2 is in Turkey.",
    "If Iran supplied Hamas with Fajr rockets, Israel would act.",
    "Did Belarus sell tanks to Sudan?",
    "Should Germany send Leopard tanks to Ukraine?",
    "Had Russia delivered the S-300, Israel would have bombed Syria.",
    "The senator urged Washington not to sell tanks to Iraq.",
    "Iran could supply Hamas with drones.",
    "He wondered whether Libya would arm the rebels.",
    "The country wants to buy tanks.",
    "The minister said that any country supplying weapons to the Houthis would be punished.",
    "Paris has denied knowing about the shipments.",
    "The army parades its tanks each year.",
    "The union armed itself with arguments.",
    "The UN found no evidence that Eritrea had armed al-Shabaab.",
    "Washington lifted its embargo on Vietnam in 2016.",
    "The EU lifted sanctions on Belarus.",
    "Russia has a naval base in Tartus.",
    "South Korea is in talks with Poland about K2 tanks.",
    "Algeria wants Su-57 fighters.",
    "Had Washington not blocked the deal, Jakarta would have Su-35s.",
    "Unless Germany agrees, Spain cannot send Leopard tanks to Ukraine.",
    "Nobody has proved that Iran delivered Fateh-110 missiles to Hezbollah.",
    "Reports that Iran delivered Fateh-110 missiles to Hezbollah could not be confirmed.",
    "The Iranian ambassador did not comment on the delivery of Fateh-110 missiles to Hezbollah.",
    "Hezbollah and Israel exchanged prisoners at Naqoura on Friday, the Red Cross said.",
    "Hamas officials received a delegation from Iran in Doha.",
    "The Taliban banned drones from weddings.",
    "Russia and Ukraine agreed to extend the grain deal, which Turkey brokered.",
    "The army launched an operation against Boko Haram in Borno.",
    "Israeli tanks moved to the Gaza border on Sunday.",
    "The Houthis have 3,000 prisoners, the UN says.",
    "Al-Shabaab fired its spokesman on Monday.",
    "Hezbollah's secretary-general delivered a speech about the missiles on Friday.",
    "Iran launched a satellite from Semnan.",
    "The president visited a factory that makes tanks.",
    "The Kurdish fighters held the bridge for three days.",
    "The EU has provided humanitarian aid to Gaza since October.",
    "The Wagner Group opened an office in Bangui.",
    "Boko Haram killed 12 soldiers near Baga.",
    "France and Mali broke off military cooperation.",
    "Turkey received 20,000 refugees from Syria.",
    "Lockheed Martin's shares rose after Israel asked for more money.",
    "The Red Army supplied the city with bread in 1945.",
    "The PKK laid down its arms in May.",
    "Israel's Supreme Court rejected a petition against arms exports.",
    "Iran's missiles worry Saudi Arabia.",
    "The M23 rebels have returned stolen cattle to villagers.",
    "Hamas uses schools.",
    "Soldiers found a body in the tank.",
    "The Russian defence minister gave Hezbollah's delegation a tour of the Kornet factory.",
    "The Kornet has a range of 5.5 kilometres and can pierce most tanks.",
    "Hezbollah denied that it had shot down the plane.",
    "Serbia's exports to Russia fell, while its arms industry grew.",
    "Ukraine's drone pilots train in Poland.",
    "Poland would never give Russia its S-125 missiles.",
    "A year ago, nobody thought Germany would send tanks.",
    "Who will supply Ukraine with Patriot missiles?",
    '"Give us the tools," Zelensky said.',
    "The general said weapons win wars.",
    "The treaty bans the transfer of cluster munitions.",
    "Under the law, the ministry must license all arms exports.",
]
"""Conditions, questions, wishes, abilities, figures of speech, what is said not to be known, and other news
of armed bodies."""


def slug(text: str) -> str:
    """The first words of a text, for a test's name."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:6])


CASES = [
    pytest.param(text, lines, id=f"{kind}-{slug(text)}")
    for kind, cases in CLAIMS.items()
    for text, lines in cases
]


@pytest.mark.parametrize(("text", "lines"), CASES)
def test_a_sentence_makes_these_claims(text: str, lines: list[str]) -> None:
    """Neither fewer nor more, each with its parties, goods, places, date, stage and sources."""
    assert claims(text) == lines


@pytest.mark.parametrize("text", SILENT, ids=slug)
def test_a_sentence_that_asserts_nothing_makes_no_claim(text: str) -> None:
    """What nobody asserts is no claim."""
    assert claims(text) == []
