// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/staff.h"

#include "tests/support/random.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace Trailglass::Support {

namespace {

struct Office
{
    int minutesFromUtc;
    const char *network; ///< up to the last part of the address
    bool version6;
};

constexpr std::array<Office, 5> Offices{{
    {60, "198.51.100.", false}, // Oslo
    {-300, "2001:db8:20:7::", true}, // New York
    {330, "198.51.100.1", false}, // Bengaluru: .110 and up
    {540, "2001:db8:30:1::", true}, // Tokyo
    {-180, "198.51.100.2", false}, // São Paulo: .210 and up
}};

struct Entry
{
    const char *name;
    const char *mailbox;
    const char *team;
    int office;
    Person::Kind kind = Person::Kind::Employee;
};

constexpr auto Admin = Person::Kind::Administrator;
constexpr auto Extern = Person::Kind::Contractor;

constexpr std::array<Entry, 38> Entries{{
    {"Ingrid Håkonsen", "ingrid.hakonsen", "Security", 0, Admin},
    {"Tomasz Wójcik", "tomasz.wojcik", "IT", 0, Admin},
    {"Priya Raghunathan", "priya.raghunathan", "IT", 2, Admin},
    {"Siobhan O'Connor", "siobhan.oconnor", "Data", 1},
    {"José Ñíguez", "jose.niguez", "Data", 4},
    {"王小明", "xiaoming.wang", "Data", 3},
    {"佐藤 花子", "hanako.sato", "Data", 3},
    {"Zoë Müller-Lüdenscheidt", "zoe.mueller", "Data", 0},
    {"Amélie Bouchard", "amelie.bouchard", "Data", 1},
    {"Dmitri Volkov", "dmitri.volkov", "Data", 0},
    {"Aarav Patel", "aarav.patel", "Data", 2},
    {"Ananya Iyer", "ananya.iyer", "Data", 2},
    {"Rohan Mehta", "rohan.mehta", "Data", 2},
    {"Lucas Ferreira", "lucas.ferreira", "Data", 4},
    {"Beatriz Conceição", "beatriz.conceicao", "Data", 4},
    {"Kenji Nakamura", "kenji.nakamura", "Data", 3},
    {"Nora Lindqvist 🌻", "nora.lindqvist", "Data", 0},
    {"Mara Quill", "mara.quill", "Data", 0, Extern},
    {"Erik Sørensen", "erik.sorensen", "Rules", 0},
    {"Chloé Dubois", "chloe.dubois", "Rules", 1},
    {"Vikram Chandrasekaran", "vikram.chandrasekaran", "Rules", 2},
    {"Yuki Tanaka", "yuki.tanaka", "Rules", 3},
    {"Rafael \"Rafa\" Souza", "rafael.souza", "Rules", 4},
    {"Grace Kim", "grace.kim", "Product", 1},
    {"Mohammed al-Farsi", "mohammed.alfarsi", "Product", 1},
    {"Łukasz Żak", "lukasz.zak", "Product", 0},
    {"Hannah Goldberg", "hannah.goldberg", "Product", 1},
    {"Sofía Castaño", "sofia.castano", "Marketing", 4},
    {"Oluwaseun Adebayo", "oluwaseun.adebayo", "Marketing", 1},
    {"Freja Østergaard", "freja.ostergaard", "Marketing", 0},
    {"Deepa Krishnan", "deepa.krishnan", "Finance", 2},
    {"Marcus Bell", "marcus.bell", "Finance", 1},
    {"Elif Yıldız", "elif.yildiz", "Finance", 0},
    {"Takumi Inoue", "takumi.inoue", "Sales", 3},
    {"Camila Rocha", "camila.rocha", "Sales", 4},
    {"Jonas Weber", "jonas.weber", "Sales", 0},
    {"Mei-Ling Chen", "meiling.chen", "People", 3},
    {"Patrick D'Arcy", "patrick.darcy", "People", 1},
}};

constexpr std::array<Entry, 4> Services{{
    {"SCIM provisioning", "svc-scim", "Service", 0},
    {"Nightly backup", "svc-backup", "Service", 0},
    {"dbt runner", "svc-dbt", "Service", 0},
    {"Catalog crawler", "svc-crawler", "Service", 0},
}};

constexpr auto Invited = Person::Kind::Guest;

constexpr std::array<Entry, 12> GuestEntries{{
    {"Anneli Koskinen", "anneli.koskinen", "Guests", 0, Invited},
    {"Bo Thygesen", "bo.thygesen", "Guests", 0, Invited},
    {"Carla Benítez", "carla.benitez", "Guests", 4, Invited},
    {"David Okafor", "david.okafor", "Guests", 1, Invited},
    {"Esther Blum", "esther.blum", "Guests", 0, Invited},
    {"Farah Siddiqui", "farah.siddiqui", "Guests", 2, Invited},
    {"Gustavo Lima", "gustavo.lima", "Guests", 0, Invited},
    {"Haruka Mori", "haruka.mori", "Guests", 3, Invited},
    {"Ivan Petrov", "ivan.petrov", "Guests", 0, Invited},
    {"Joy Mensah", "joy.mensah", "Guests", 1, Invited},
    {"Kavya Rao", "kavya.rao", "Guests", 2, Invited},
    {"Liam Byrne", "liam.byrne", "Guests", 0, Invited},
}};

/// Goes on with the contractor's work: of the same team and office.
constexpr char Successor[] = "dmitri.volkov@fjordlight.example";

constexpr std::array<const char *, 5> Browsers{
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 "
    "Safari/537.36",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 "
    "Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 "
    "Safari/605.1.15",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Edg/130.0.2849.68",
};

QByteArray homeOf(int number)
{
    if (number % 4 == 0)
        return "2001:db8:40:" + QByteArray::number(number, 16) + "::1";
    return "203.0.113." + QByteArray::number(number + 20);
}

Person hire(const Entry &entry, int number)
{
    const Office &office = Offices[static_cast<size_t>(entry.office)];
    const char *domain = entry.kind == Extern ? "@contractor.example"
        : entry.kind == Invited               ? "@partner.example"
                                              : "@fjordlight.example";
    return Person{
        .kind = entry.kind,
        .number = number,
        .name = entry.name,
        .email = QByteArray(entry.mailbox) + domain,
        .team = entry.team,
        .minutesFromUtc = office.minutesFromUtc,
        .officeAddress = office.network + QByteArray::number(number + 9, office.version6 ? 16 : 10),
        .homeAddress = homeOf(number),
        .userAgent = Browsers[static_cast<size_t>(number) % Browsers.size()],
        .uuid = Random(static_cast<quint64>(number), "person").uuid(),
    };
}

Person install(const Entry &entry, int number)
{
    Person account = hire(entry, number);
    account.kind = Person::Kind::ServiceAccount;
    account.homeAddress = account.officeAddress = "203.0.113." + QByteArray::number(160 + number);
    account.userAgent = "fjordlight-" + QByteArray(entry.mailbox) + "/2.4 (+https://fjordlight.example/bots)";
    return account;
}

} // namespace

QByteArray Person::asanaGid() const
{
    return QByteArray::number(1204400000000000 + qint64{number} * 7919);
}

QByteArray Person::firstName() const
{
    return name.left(name.indexOf(' '));
}

QByteArray Person::lastName() const
{
    const qsizetype space = name.indexOf(' ');
    return space < 0 ? QByteArray() : name.sliced(space + 1);
}

Staff::Staff()
{
    int number = 0;
    for (const Entry &entry : Entries)
        m_people.append(hire(entry, ++number));
    for (const Entry &entry : Services)
        m_serviceAccounts.append(install(entry, ++number));
    for (const Entry &entry : GuestEntries)
        m_guests.append(hire(entry, ++number));
    std::ranges::copy_if(m_people, std::back_inserter(m_dataPeople), [](const Person &person) {
        return person.team == "Data" || person.team == "Rules";
    });
}

const Person &Staff::guest(int number) const
{
    return m_guests[number % m_guests.size()];
}

const Person &Staff::contractor() const
{
    return *std::ranges::find(m_people, Person::Kind::Contractor, &Person::kind);
}

const Person &Staff::securityLead() const
{
    return m_people.first();
}

const Person &Staff::withoutContractor(const Person &person) const
{
    if (person.kind != Person::Kind::Contractor)
        return person;
    return *std::ranges::find(m_people, QByteArray(Successor), &Person::email);
}

} // namespace Trailglass::Support
