// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/company.h"

#include "tests/support/fakevendors.h"
#include "tests/support/openapicontract.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

class CompanyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void givesTheSameBytesForTheSameSeed();
    void givesOtherEventsForAnotherSeed();
    void movesTheQuarterWithNow();
    void fillsTheQuarterOldestFirst_data();
    void fillsTheQuarterOldestFirst();
    void givesEveryEventAnIdOfItsOwn_data();
    void givesEveryEventAnIdOfItsOwn();
    void saysItsTimeAsTheVendorWould_data();
    void saysItsTimeAsTheVendorWould();
    void fitsThePublishedSchemas_data();
    void fitsThePublishedSchemas();
    void usesDocumentedAsanaEventTypes();
    void shapesParadimeAsItsExample();
    void worksInOfficeHours();
    void hasNamesThatBreakCarelessPrograms_data();
    void hasNamesThatBreakCarelessPrograms();
    void hasEqualTimes();
    void tellsTheIncident();
    void keepsTheStrangersAddressForTheIncident();
    void leavesARemovedAccountAlone_data();
    void leavesARemovedAccountAlone();
    void nobodyActsBeforeAnInvitationOrAfterARemoval();
    void goesOnWithFreshEvents();

private:
    static void addVendors();
    [[nodiscard]] const QList<VendorEvent> &events(Vendor vendor) const { return m_company->events(vendor); }
    [[nodiscard]] int count(Vendor vendor, const QByteArray &part) const;

    std::unique_ptr<Company> m_company;
};

namespace {

constexpr UtcMicros Now{1'795'132'800'000'000}; // 2026-11-20T00:00:00Z

QByteArray digest(const Company &company)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Vendor vendor : FakeVendors::Vendors) {
        for (const VendorEvent &event : company.events(vendor))
            hash.addData(event.raw);
    }
    return hash.result().toHex();
}

QJsonObject parsed(const VendorEvent &event)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(event.raw, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject{{u"unreadable"_s, true}};
}

} // namespace

void CompanyTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_company = std::make_unique<Company>(Company::Options{.seed = 1, .now = Now});
}

void CompanyTest::addVendors()
{
    QTest::addColumn<Vendor>("vendor");
    for (const Vendor vendor : FakeVendors::Vendors)
        QTest::newRow(std::string(name(vendor)).c_str()) << vendor;
}

int CompanyTest::count(Vendor vendor, const QByteArray &part) const
{
    return static_cast<int>(std::ranges::count_if(
        events(vendor), [&part](const VendorEvent &event) { return event.raw.contains(part); }));
}

void CompanyTest::givesTheSameBytesForTheSameSeed()
{
    QCOMPARE(digest(Company({.seed = 1, .now = Now})), digest(*m_company));
    // The same on every platform: this was computed once. It changes only when somebody changes the story.
    QCOMPARE(digest(*m_company),
             QByteArray("fc1e68cf2dd75a4d0c2e8a1348c27ab21ff6ec5bf1ae2ead7ecd4e111f4c5dde"));
}

void CompanyTest::givesOtherEventsForAnotherSeed()
{
    QVERIFY(digest(Company({.seed = 2, .now = Now})) != digest(*m_company));
}

void CompanyTest::movesTheQuarterWithNow()
{
    const qint64 week = 7 * UtcMicros::PerDay;
    const Company later({.seed = 1, .now = Now + week});
    QCOMPARE(later.events(Vendor::Secoda).size(), events(Vendor::Secoda).size());
    QCOMPARE(later.incidentStart() - m_company->incidentStart(), week);
    QCOMPARE(later.events(Vendor::Secoda).last().created - events(Vendor::Secoda).last().created, week);
}

void CompanyTest::fillsTheQuarterOldestFirst_data()
{
    addVendors();
}

void CompanyTest::fillsTheQuarterOldestFirst()
{
    QFETCH(Vendor, vendor);
    QVERIFY(events(vendor).size() >= 700);
    QVERIFY(std::ranges::is_sorted(events(vendor), {}, &VendorEvent::created));
    QVERIFY(events(vendor).first().created >= m_company->calendar().start() - UtcMicros::PerSecond);
    QVERIFY(events(vendor).last().created < Now);
    QVERIFY2(events(vendor).first().created < m_company->calendar().start() + 4 * UtcMicros::PerDay,
             "from its first days on");
    QVERIFY2(events(vendor).last().created > Now - 4 * UtcMicros::PerDay, "until its last");
}

void CompanyTest::givesEveryEventAnIdOfItsOwn_data()
{
    addVendors();
}

void CompanyTest::givesEveryEventAnIdOfItsOwn()
{
    QFETCH(Vendor, vendor);
    static const QMap<Vendor, QString> Keys{{Vendor::Asana, u"gid"_s},
                                            {Vendor::Secoda, u"id"_s},
                                            {Vendor::Datafold, u"event_uuid"_s},
                                            {Vendor::Paradime, u"id"_s},
                                            {Vendor::Nected, u"logId"_s}};
    QSet<QByteArray> ids;
    for (const VendorEvent &event : events(vendor)) {
        const QJsonValue id = parsed(event).value(Keys.value(vendor));
        QCOMPARE(id.isString() ? id.toString().toUtf8() : QByteArray::number(id.toInteger()), event.id);
        ids.insert(event.id);
    }
    QCOMPARE(ids.size(), events(vendor).size());
}

void CompanyTest::saysItsTimeAsTheVendorWould_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("pattern");
    const QString date = uR"(^\d{4}-\d\d-\d\d)"_s;
    QTest::newRow("asana") << Vendor::Asana << u"created_at"_s
                           << QString(date + uR"(T\d\d:\d\d:\d\d\.\d{3}Z$)");
    QTest::newRow("secoda") << Vendor::Secoda << u"logged_at"_s
                            << QString(date + uR"(T\d\d:\d\d:\d\d\.\d{6}Z$)");
    QTest::newRow("datafold") << Vendor::Datafold << u"timestamp"_s
                              << QString(date + uR"(T\d\d:\d\d:\d\d\.\d{6}\+00:00$)");
    QTest::newRow("paradime") << Vendor::Paradime << u"createdDttm"_s
                              << QString(date + uR"( \d\d:\d\d:\d\d\.\d{6}$)");
    QTest::newRow("nected") << Vendor::Nected << u"date"_s << QString(date + uR"(T\d\d:\d\d:\d\d\.\d{9}Z$)");
}

void CompanyTest::saysItsTimeAsTheVendorWould()
{
    QFETCH(Vendor, vendor);
    QFETCH(QString, key);
    QFETCH(QString, pattern);
    const QRegularExpression expression(pattern);
    for (const VendorEvent &event : events(vendor)) {
        const QString text = parsed(event).value(key).toString();
        QVERIFY2(expression.match(text).hasMatch(), qPrintable(text));
        QCOMPARE(parseTime(text.toStdString()), std::optional(event.created));
    }
}

void CompanyTest::fitsThePublishedSchemas_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("schemaName");
    QTest::newRow("asana") << Vendor::Asana << u"fixtures/asana/asana-audit-log-openapi.json"_s
                           << u"AuditLogEvent"_s;
    QTest::newRow("secoda") << Vendor::Secoda << u"fixtures/secoda/secoda-openapi.json"_s
                            << u"v1_ActivityLogOut"_s;
    QTest::newRow("datafold") << Vendor::Datafold << u"support/contract/datafold-audit-logs.json"_s
                              << u"AuditLogs"_s;
    QTest::newRow("nected") << Vendor::Nected << u"fixtures/nected/nected-detail-schema.json"_s << QString();
}

void CompanyTest::fitsThePublishedSchemas()
{
    QFETCH(Vendor, vendor);
    QFETCH(QString, file);
    QFETCH(QString, schemaName);
    const OpenApiContract contract(file);
    const QJsonObject nected = contract.document().value(u"properties").toObject().value(u"data").toObject();
    const QJsonObject detail = nected.value(u"properties").toObject().value(u"detail").toObject();
    for (const VendorEvent &event : events(vendor)) {
        QJsonObject object = parsed(event);
        // Nected's schema allows no array here, its example has one.
        if (vendor == Vendor::Nected && object.value(u"path").isArray())
            object.insert(u"path"_s, QJsonValue());
        const QStringList violations = schemaName.isEmpty() ? contract.valueViolations(object, detail)
                                                            : contract.valueViolations(object, schemaName);
        QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    }
}

void CompanyTest::usesDocumentedAsanaEventTypes()
{
    QFile file(QStringLiteral(TRAILGLASS_SUPPORT_DATA "/../fixtures/asana/asana-event-types.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject documented =
        QJsonDocument::fromJson(file.readAll()).object().value(u"documented").toObject();
    QVERIFY(documented.size() > 100);
    QSet<QString> types;
    for (const VendorEvent &event : events(Vendor::Asana))
        types.insert(parsed(event).value(u"event_type").toString());
    QVERIFY(types.size() >= 35);
    for (const QString &type : std::as_const(types))
        QVERIFY2(documented.contains(type), qPrintable(type));
}

void CompanyTest::shapesParadimeAsItsExample()
{
    const QStringList keys{u"actorEmail"_s,   u"actorType"_s,    u"actorUserId"_s,   u"createdDttm"_s,
                           u"eventId"_s,      u"eventSource"_s,  u"eventSourceId"_s, u"eventType"_s,
                           u"id"_s,           u"metadataJson"_s, u"updatedDttm"_s,   u"workspaceId"_s,
                           u"workspaceName"_s};
    QSet<QJsonValue::Type> metadataTypes;
    for (const VendorEvent &event : events(Vendor::Paradime)) {
        const QJsonObject object = parsed(event);
        QCOMPARE(object.keys(), keys);
        for (const QString &key :
             {u"id"_s, u"workspaceId"_s, u"actorUserId"_s, u"eventSourceId"_s, u"eventId"_s})
            QVERIFY(object.value(key).isDouble());
        QVERIFY(event.id.toLongLong() > (qint64{1} << 53));
        metadataTypes.insert(object.value(u"metadataJson").type());
    }
    QCOMPARE(metadataTypes,
             (QSet<QJsonValue::Type>{QJsonValue::String, QJsonValue::Object, QJsonValue::Null}));
}

void CompanyTest::worksInOfficeHours()
{
    int weekend = 0;
    int night = 0; // for the company's offices together: 20:00 to 24:00 UTC is late in three of five
    for (const VendorEvent &event : events(Vendor::Asana)) {
        const qint64 day = event.created.value / UtcMicros::PerDay;
        weekend += (day + 3) % 7 >= 5 ? 1 : 0;
        night += event.created.value % UtcMicros::PerDay >= 21 * UtcMicros::PerHour ? 1 : 0;
    }
    const auto total = static_cast<int>(events(Vendor::Asana).size());
    QVERIFY2(weekend > 0 && weekend < total / 10, qPrintable(QString::number(weekend)));
    QVERIFY2(night > 0 && night < total / 10, qPrintable(QString::number(night)));
    QVERIFY2(count(Vendor::Asana, "svc-") > total / 10, "programs work too");
}

void CompanyTest::hasNamesThatBreakCarelessPrograms_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("accent") << QByteArray("Håkonsen");
    QTest::newRow("CJK") << QByteArray("売上ダッシュボード");
    QTest::newRow("emoji") << QByteArray("🚀");
    QTest::newRow("apostrophe") << QByteArray("O'Connor");
    QTest::newRow("quotes") << QByteArray(R"(\"real\")");
    QTest::newRow("formula") << QByteArray(R"("=HYPERLINK(\")");
    QTest::newRow("another formula") << QByteArray(R"("@SUM(1+1))");
    QTest::newRow("bidi") << QByteArray("invoice_\u202Efdp.exe");
    QTest::newRow("line break") << QByteArray(R"(Line one\nline two)");
    QTest::newRow("IPv6") << QByteArray("2001:db8:");
}

void CompanyTest::hasNamesThatBreakCarelessPrograms()
{
    QFETCH(QByteArray, part);
    QVERIFY(count(Vendor::Asana, part) > 0);
}

void CompanyTest::hasEqualTimes()
{
    const auto same = [](const VendorEvent &left, const VendorEvent &right) {
        return left.created == right.created;
    };
    for (const Vendor vendor : FakeVendors::Vendors)
        QVERIFY(std::ranges::adjacent_find(events(vendor), same) != events(vendor).end());
}

void CompanyTest::tellsTheIncident()
{
    const qint64 day = m_company->incidentStart().value / UtcMicros::PerDay;
    QCOMPARE((day + 3) % 7, 5); // a Saturday
    const QMap<Vendor, int> expected{{Vendor::Asana, 34},
                                     {Vendor::Secoda, 17},
                                     {Vendor::Datafold, 6},
                                     {Vendor::Paradime, 4},
                                     {Vendor::Nected, 9}};
    for (const Vendor vendor : FakeVendors::Vendors) {
        QCOMPARE(m_company->incidentIds(vendor).size(), expected.value(vendor));
        for (const QByteArray &id : m_company->incidentIds(vendor)) {
            const auto found = std::ranges::find(events(vendor), id, &VendorEvent::id);
            QVERIFY(found != events(vendor).end());
            QVERIFY(found->created >= m_company->incidentStart());
            QVERIFY(found->created < m_company->incidentStart() + 40 * UtcMicros::PerHour);
        }
    }
    QCOMPARE(count(Vendor::Asana, R"("old_value":"member","new_value":"super_admin")"), 1);
    QCOMPARE(count(Vendor::Asana, "workspace_require_two_factor_auth_disabled"), 1);
    QCOMPARE(count(Vendor::Datafold, "read_credentials"), 6);
    QCOMPARE(count(Vendor::Nected, R"("amount":9999.90)"), 6);
    QCOMPARE(count(Vendor::Paradime, "unload_to_s3"), 2);
}

void CompanyTest::keepsTheStrangersAddressForTheIncident()
{
    for (const Vendor vendor : {Vendor::Asana, Vendor::Datafold, Vendor::Nected}) {
        int strangers = 0;
        for (const VendorEvent &event : events(vendor)) {
            if (!event.raw.contains(Incident::Address))
                continue;
            ++strangers;
            QVERIFY(m_company->incidentIds(vendor).contains(event.id));
        }
        QVERIFY(strangers > 0);
    }
    QVERIFY2(count(Vendor::Asana, "mara.quill@contractor.example") > 40,
             "the contractor has ordinary days as well");
}

void CompanyTest::leavesARemovedAccountAlone_data()
{
    addVendors();
}

void CompanyTest::leavesARemovedAccountAlone()
{
    QFETCH(const Vendor, vendor);
    const Person &contractor = m_company->staff().contractor();
    const auto isAbout = [&contractor](const VendorEvent &event) {
        return event.raw.contains(contractor.email) || event.raw.contains(contractor.name);
    };
    // Within a second of it the account is removed.
    const UtcMicros removed = m_company->removal() + UtcMicros::PerSecond;
    int before = 0;
    for (const VendorEvent &event : events(vendor)) {
        const bool isBefore = event.created < removed;
        before += isBefore && isAbout(event) ? 1 : 0;
        QVERIFY2(isBefore || !isAbout(event), event.raw.constData());
    }
    QVERIFY(before > 20);
}

/// The account of the plot, and those of ordinary days: whoever is invited or removed then is a guest.
void CompanyTest::nobodyActsBeforeAnInvitationOrAfterARemoval()
{
    const auto person = [](const QJsonObject &event, const QString &key) {
        return event.value(key).toObject().value(u"email"_s).toString();
    };
    QMap<QString, UtcMicros> firstActs;
    QMap<QString, UtcMicros> lastActs;
    for (const VendorEvent &event : events(Vendor::Asana)) {
        const QString actor = person(parsed(event), u"actor"_s);
        if (!firstActs.contains(actor))
            firstActs.insert(actor, event.created);
        lastActs.insert(actor, event.created);
    }
    int invited = 0;
    int removed = 0;
    for (const VendorEvent &event : events(Vendor::Asana)) {
        const QJsonObject object = parsed(event);
        const QString account = person(object, u"resource"_s);
        if (object.value(u"event_type"_s) == u"user_invited"_s) {
            ++invited;
            QVERIFY2(firstActs.value(account, event.created) >= event.created, qPrintable(account));
        } else if (object.value(u"event_type"_s) == u"user_deprovisioned"_s) {
            ++removed;
            QVERIFY2(lastActs.value(account, event.created) <= event.created, qPrintable(account));
        }
    }
    QVERIFY(invited > 20);
    QVERIFY(removed > 1);
}

void CompanyTest::goesOnWithFreshEvents()
{
    Company company({.seed = 5, .now = Now, .events = 200});
    for (const Vendor vendor : FakeVendors::Vendors) {
        QSet<QByteArray> ids;
        for (const VendorEvent &event : company.events(vendor))
            ids.insert(event.id);
        for (int index = 0; index < 50; ++index) {
            const VendorEvent event = company.moreOf(vendor, Now + index * 1000);
            QCOMPARE(event.created, Now + index * 1000);
            QVERIFY(!ids.contains(event.id));
            QVERIFY2(!event.raw.contains(company.staff().contractor().name), event.raw.constData());
            ids.insert(event.id);
        }
    }
}

TRAILGLASS_TEST(CompanyTest)
#include "tst_company.moc"
