// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include "models/sources/asana/asanaoperations.h"
#include "tests/runner/testclass.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class AsanaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryField();
    void keepsAnActorThatHasOnlyAType();
    void toleratesUnexpectedTypes();
    void takesTheLastOfDuplicateKeys();
    void readsEscapesControlsAndLoneSurrogates();
    void quarantinesWithoutIdOrTime_data();
    void quarantinesWithoutIdOrTime();
    void classifiesEveryDocumentedType();
    void classifiesNewTypesByTheirWords_data();
    void classifiesNewTypesByTheirWords();
    void asksForTheFirstPage();
    void sendsEveryScopeSetting();
    void needsTheToken();
    void readsTheVendorsWords_data();
    void readsTheVendorsWords();
};

void AsanaTest::mapsEveryField()
{
    const ReadPage page =
        readPage(asana(), checkedSettings(asana(), asanaSettings()), fixture(u"asana/page.json"_s));
    QCOMPARE(page.reasons, QStringList());
    QCOMPARE(page.events.size(), std::size_t(3));
    const Event &event = page.events.front();
    QCOMPARE(event.id, std::string("12085757356144901234"));
    QCOMPARE(event.created.value, at("2024-10-18T04:42:40.072Z").value);
    QCOMPARE(event.action, std::string("user_login_failed"));
    QCOMPARE(event.category, std::string("logins"));
    QCOMPARE(event.operation, Operation::Auth);
    QCOMPARE(event.outcome, Outcome::Failure);
    QCOMPARE(event.actor.id, std::string("1111"));
    QCOMPARE(event.actor.email, std::string("gregsanchez@example.com"));
    QCOMPARE(event.actor.name, std::string("Greg Sanchez"));
    QCOMPARE(event.actor.type, std::string("user"));
    QCOMPARE(event.target.id, std::string("1111"));
    QCOMPARE(event.target.name, std::string("Greg Sanchez"));
    QCOMPARE(event.target.type, std::string("user"));
    QCOMPARE(event.ip, std::string("1.1.1.1"));
    QVERIFY(event.userAgent.starts_with("Mozilla/5.0"));
    QCOMPARE(event.channel, std::string("web"));
    QCOMPARE(event.workspace, std::string("1337"));
    QVERIFY(event.environment.empty());
    QVERIFY(event.correlation.empty());
    QVERIFY(event.message.empty());
    QVERIFY(!event.revised);
    QVERIFY(event.raw.starts_with("{") && event.raw.find("\"saml_response\": null") != std::string::npos);
}

void AsanaTest::keepsAnActorThatHasOnlyAType()
{
    const ReadPage page =
        readPage(asana(), checkedSettings(asana(), asanaSettings()), fixture(u"asana/page.json"_s));
    QCOMPARE(page.events.at(1).actor.display(), std::string("external_administrator"));
    QCOMPARE(page.events.at(1).operation, Operation::Grant);
    QCOMPARE(page.events.at(1).target.name, std::string("Zoë Müller"));
    QCOMPARE(page.events.at(2).target.id, std::string("9007199254740993"));
    QCOMPARE(page.events.at(2).target.display(), std::string("9007199254740993"));
    QCOMPARE(page.events.at(2).outcome, Outcome::Unknown);
    QVERIFY(page.summary.ascending);
}

void AsanaTest::toleratesUnexpectedTypes()
{
    const Result<Event> event = readRow(asana(), checkedSettings(asana(), asanaSettings()), R"({
        "gid": 120857573561449012345678901234567890, "created_at": "2024-10-18T04:42:40Z", "event_type": 1e400,
        "event_category": true, "actor": ["not", "an object"], "resource": {"gid": -0.10, "name": {"a": [1, {}]}},
        "context": "web", "details": [[[]]], "a new field": {"b": null}})");
    QVERIFY(event.hasValue());
    QCOMPARE(event->id, std::string("120857573561449012345678901234567890"));
    QCOMPARE(event->action, std::string("1e400"));
    QCOMPARE(event->category, std::string("true"));
    QVERIFY(event->actor.display().empty());
    QCOMPARE(event->target.id, std::string("-0.10"));
    QVERIFY(event->target.name.empty());
    QVERIFY(event->channel.empty());
}

void AsanaTest::takesTheLastOfDuplicateKeys()
{
    const Result<Event> event =
        readRow(asana(), checkedSettings(asana(), asanaSettings()), R"({"gid":"1","gid":"2",
        "actor":{"email":"a@example.com","name":"A"},"created_at":"2024-10-18T04:42:40Z",
        "actor":{"name":"B","name":"C"},"resource":{"name":"x"},"resource":null})");
    QVERIFY(event.hasValue());
    QCOMPARE(event->id, std::string("2"));
    QCOMPARE(event->actor.email, std::string());
    QCOMPARE(event->actor.name, std::string("C"));
    QCOMPARE(event->target.name, std::string());
}

void AsanaTest::readsEscapesControlsAndLoneSurrogates()
{
    const Result<Event> event = readRow(
        asana(), checkedSettings(asana(), asanaSettings()),
        R"({"\u0067id":"1","created_at":"2024-10-18T04:42:40Z","actor":{"name":"a\u0000b\ud800c\n\ud83d\ude00"},"event_type":"\"\\\/"})");
    QVERIFY(event.hasValue());
    QCOMPARE(event->id, std::string("1"));
    QCOMPARE(event->actor.name, std::string("a\0b\uFFFDc\n😀", 12));
    QCOMPARE(event->action, std::string("\"\\/"));
}

void AsanaTest::quarantinesWithoutIdOrTime_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("part");
    QTest::newRow("no id") << QByteArray(R"({"created_at":"2024-10-18T04:42:40Z"})") << u"gid"_s;
    QTest::newRow("null id") << QByteArray(R"({"gid":null,"created_at":"2024-10-18T04:42:40Z"})") << u"gid"_s;
    QTest::newRow("empty id") << QByteArray(R"({"gid":"","created_at":"2024-10-18T04:42:40Z"})") << u"gid"_s;
    QTest::newRow("boolean id") << QByteArray(R"({"gid":true,"created_at":"2024-10-18T04:42:40Z"})")
                                << u"gid"_s;
    QTest::newRow("object id") << QByteArray(R"({"gid":{},"created_at":"2024-10-18T04:42:40Z"})") << u"gid"_s;
    QTest::newRow("no time") << QByteArray(R"({"gid":"1"})") << u"created_at"_s;
    QTest::newRow("date alone") << QByteArray(R"({"gid":"1","created_at":"2024-10-18"})") << u"2024-10-18"_s;
    QTest::newRow("number") << QByteArray(R"({"gid":"1","created_at":1729226560})") << u"1729226560"_s;
    QTest::newRow("no such day") << QByteArray(R"({"gid":"1","created_at":"2024-02-30T00:00:00Z"})")
                                 << u"2024-02-30"_s;
    QTest::newRow("direction override")
        << QByteArray(R"({"gid":"1","created_at":"\u202eevil"})") << u"<U+202E>"_s;
    QTest::newRow("array") << QByteArray(R"([1])") << u"not a JSON object"_s;
    QTest::newRow("text") << QByteArray(R"("x")") << u"not a JSON object"_s;
}

void AsanaTest::quarantinesWithoutIdOrTime()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, part);
    const Result<Event> event = readRow(asana(), checkedSettings(asana(), asanaSettings()), row);
    QVERIFY(!event.hasValue());
    QCOMPARE(event.error().kind, ErrorKind::Malformed);
    QVERIFY2(event.error().message.contains(part), qUtf8Printable(event.error().message));
}

void AsanaTest::classifiesEveryDocumentedType()
{
    const QJsonObject types = QJsonDocument::fromJson(fixture(u"asana/asana-event-types.json"_s)).object();
    QStringList names = types.value(u"documented").toObject().keys();
    for (const QJsonValue name : types.value(u"newer_seen").toArray())
        names.append(name.toString());
    QCOMPARE(names.size(), 127);
    QCOMPARE(asanaEventTypes().size(), std::size_t(127));
    for (const QString &name : std::as_const(names)) {
        const std::string type = name.toStdString();
        const auto known = std::ranges::find(asanaEventTypes(), type, &AsanaEventType::type);
        QVERIFY2(known != asanaEventTypes().end(), qUtf8Printable(name));
        QCOMPARE(asanaOperation(type), known->operation);
        if (name.endsWith(u"_undeleted"_s))
            QCOMPARE(known->operation, Operation::Update);
        else if (name.endsWith(u"_deleted"_s))
            QCOMPARE(known->operation, Operation::Delete);
        else if (name.contains(u"export"_s))
            QCOMPARE(known->operation, Operation::Export);
        else if (name.contains(u"login"_s) || name.contains(u"password_"_s))
            QVERIFY(known->operation == Operation::Auth || name.contains(u"requirements"_s));
    }
}

void AsanaTest::classifiesNewTypesByTheirWords_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<Operation>("operation");
    QTest::newRow("delete") << u"board_deleted"_s << Operation::Delete;
    QTest::newRow("undelete") << u"board_undeleted"_s << Operation::Update;
    QTest::newRow("create") << u"board_created"_s << Operation::Create;
    QTest::newRow("grant") << u"goal_member_added"_s << Operation::Grant;
    QTest::newRow("export") << u"goal_pdf_export_started"_s << Operation::Export;
    QTest::newRow("auth") << u"passkey_login_succeeded"_s << Operation::Auth;
    QTest::newRow("other") << u"moon_landed"_s << Operation::Other;
    QTest::newRow("empty") << QString() << Operation::Other;
}

void AsanaTest::classifiesNewTypesByTheirWords()
{
    QFETCH(QString, type);
    QFETCH(Operation, operation);
    QCOMPARE(asanaOperation(type.toStdString()), operation);
}

void AsanaTest::asksForTheFirstPage()
{
    RunOptions options;
    options.now = at("2026-11-20T00:00:00.000500Z");
    const SourceSettings settings = checkedSettings(asana(), asanaSettings());
    const Result<PageRequest> page =
        asana().request(settings, secretValues(asanaToken()), asana().begin(settings, options));
    QVERIFY(page.hasValue());
    QCOMPARE(page->http.url.toEncoded(),
             QByteArray("https://app.asana.com/api/1.0/workspaces/1337/audit_log_events?limit=100"
                        "&start_at=2026-08-22T00%3A00%3A00.000Z"));
    QCOMPARE(page->http.verb, QByteArray("GET"));
    QVERIFY(page->http.body.isEmpty());
    QVERIFY(!page->streamed);
    QCOMPARE(headerOf(page->http, "Authorization"), QByteArray("Bearer 2/1337/secret"));
    QCOMPARE(headerOf(page->http, "Accept"), QByteArray("application/json"));
    QCOMPARE(page->window, (TimeWindow{at("2026-08-22T00:00:00Z"), {}}));

    QMap<QString, QString> everything = asanaSettings();
    everything.insert(u"initial_days"_s, u"0"_s);
    const SourceSettings undated = checkedSettings(asana(), everything);
    const Result<PageRequest> all =
        asana().request(undated, secretValues(asanaToken()), asana().begin(undated, options));
    QCOMPARE(all->http.url.query(QUrl::FullyEncoded), u"limit=100"_s);
    QVERIFY(!all->window);
}

void AsanaTest::sendsEveryScopeSetting()
{
    const SourceSettings settings = checkedSettings(asana(),
                                                    {{u"workspace_gid"_s, u"1337"_s},
                                                     {u"base_url"_s, u"http://127.0.0.1:8080/x/"_s},
                                                     {u"start_at"_s, u"2026-01-01"_s},
                                                     {u"end_at"_s, u"2026-02-01T00:00:00+01:00"_s},
                                                     {u"event_type"_s, u"a+b&c=d%e"_s},
                                                     {u"actor_type"_s, u"asana_support"_s},
                                                     {u"resource_gid"_s, u"42"_s}});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00Z");
    const Checkpoint first = asana().begin(settings, options);
    const Result<PageRequest> page = asana().request(settings, secretValues(asanaToken()), first);
    QCOMPARE(page->http.url.toEncoded(),
             QByteArray("http://127.0.0.1:8080/x/workspaces/1337/audit_log_events?limit=100"
                        "&start_at=2026-01-01T00%3A00%3A00.000Z&end_at=2026-01-31T23%3A00%3A00.000Z"
                        "&event_type=a%2Bb%26c%3Dd%25e&actor_type=asana_support&resource_gid=42"));
}

void AsanaTest::needsTheToken()
{
    const Result<PageRequest> page = asana().request(checkedSettings(asana(), asanaSettings()), {}, {});
    QVERIFY(!page.hasValue());
    QCOMPARE(page.error().kind, ErrorKind::SecretUnavailable);
    QVERIFY(page.error().message.contains(u"access_token"_s));
}

void AsanaTest::readsTheVendorsWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const QJsonObject bodies = QJsonDocument::fromJson(fixture(u"asana/asana-error-bodies.json"_s)).object();
    const auto body = [&](const QString &key) {
        return QJsonDocument(bodies.value(key).toObject()).toJson();
    };
    QTest::newRow("400") << body(u"400_missing_input_D"_s) << u"workspace: Missing input"_s;
    QTest::newRow("expired") << body(u"400_expired_offset_O"_s)
                             << u"offset: Your pagination token has expired."_s;
    QTest::newRow("401") << body(u"401_D"_s) << u"Not Authorized"_s;
    QTest::newRow("500 with its phrase")
        << body(u"500_D"_s) << u"Server Error (6 sad squid snuggle softly)"_s;
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>502</body></html>") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("broken") << QByteArray(R"({"errors":[{"message":"x)") << QString();
}

void AsanaTest::readsTheVendorsWords()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    QCOMPARE(asana().errorText(body), words);
}

TRAILGLASS_TEST(AsanaTest)
#include "tst_asana.moc"
