// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include "models/sources/paradime/paradimeoperations.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class ParadimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryField();
    void looksThroughTheMetadata_data();
    void looksThroughTheMetadata();
    void fallsBackToTheWorkspaceId();
    void classifiesActionsInEitherCase_data();
    void classifiesActionsInEitherCase();
    void asksOneGraphQlQuestion();
    void authenticatesByTheLookOfTheSecret_data();
    void authenticatesByTheLookOfTheSecret();
    void needsItsSecrets_data();
    void needsItsSecrets();
    void acceptsWrappedAndUnwrappedResponses_data();
    void acceptsWrappedAndUnwrappedResponses();
    void failsOnErrorsBesideData();
    void refusesAResponseWithoutRows_data();
    void refusesAResponseWithoutRows();
    void coversEverythingUntilTheRunBegan();
    void neverMovesTheWatermarkBack();
    void readsTheVendorsWords();
};

void ParadimeTest::mapsEveryField()
{
    const ReadPage page = readPage(paradime(), checkedSettings(paradime(), paradimeSettings()),
                                   fixture(u"paradime/answer.json"_s));
    QCOMPARE(page.reasons, QStringList());
    QCOMPARE(page.events.size(), std::size_t(4));
    const Event &event = page.events.front();
    QCOMPARE(event.id, std::string("1"));
    QCOMPARE(event.created.value, at("2024-02-13T16:09:29.718805Z").value);
    QCOMPARE(event.revised->value, at("2024-02-13T16:09:29.718809Z").value);
    QCOMPARE(event.action, std::string("schedule_manual_run"));
    QCOMPARE(event.category, std::string("bolt"));
    QCOMPARE(event.operation, Operation::Execute);
    QCOMPARE(event.outcome, Outcome::Unknown);
    QCOMPARE(event.actor.id, std::string("4"));
    QCOMPARE(event.actor.email, std::string("john@acme.io"));
    QCOMPARE(event.actor.name, std::string());
    QCOMPARE(event.actor.type, std::string("user"));
    QCOMPARE(event.target.id, std::string("12"));
    QCOMPARE(event.target.name, std::string("daily run"));
    QCOMPARE(event.target.type, std::string("bolt"));
    QCOMPARE(event.channel, std::string("bolt"));
    QCOMPARE(event.workspace, std::string("data_platform"));
    QVERIFY(event.ip.empty() && event.userAgent.empty() && event.environment.empty()
            && event.correlation.empty() && event.message.empty());
}

void ParadimeTest::looksThroughTheMetadata_data()
{
    QTest::addColumn<QByteArray>("metadata");
    QTest::addColumn<QString>("name");
    QTest::newRow("object") << QByteArray(R"({"schedule":{"name":"a"}})") << u"a"_s;
    QTest::newRow("string") << QByteArray(R"("{\"schedule\":{\"name\":\"a \\\"b\\\"\"}}")") << u"a \"b\""_s;
    QTest::newRow("string with spaces") << QByteArray(R"(" {\"schedule\" : {\"name\":7}}\n")") << u"7"_s;
    QTest::newRow("null") << QByteArray("null") << QString();
    QTest::newRow("empty string") << QByteArray(R"("")") << QString();
    QTest::newRow("not JSON") << QByteArray(R"("daily {")") << QString();
    QTest::newRow("JSON, but a list") << QByteArray(R"("[1]")") << QString();
    QTest::newRow("cut off") << QByteArray(R"("{\"schedule\":{\"name\":\"a")") << QString();
    QTest::newRow("no schedule") << QByteArray(R"({"name":"a"})") << QString();
    QTest::newRow("schedule is text") << QByteArray(R"({"schedule":"a"})") << QString();
    QTest::newRow("list") << QByteArray(R"([{"schedule":{"name":"a"}}])") << QString();
}

void ParadimeTest::looksThroughTheMetadata()
{
    QFETCH(QByteArray, metadata);
    QFETCH(QString, name);
    const Result<Event> event =
        readRow(paradime(), checkedSettings(paradime(), paradimeSettings()),
                R"({"metadataJson":)" + metadata + R"(,"id":1,"createdDttm":"2024-02-13 16:09:29"})");
    QVERIFY(event.hasValue());
    QCOMPARE(QString::fromStdString(event->target.name), name);
    QVERIFY(!event->revised);
}

void ParadimeTest::fallsBackToTheWorkspaceId()
{
    const ReadPage page = readPage(paradime(), checkedSettings(paradime(), paradimeSettings()),
                                   fixture(u"paradime/answer.json"_s));
    QCOMPARE(page.events.at(2).workspace, std::string("2"));
    QCOMPARE(page.events.at(2).actor.display(), std::string("system"));
    QCOMPARE(page.events.at(1).created.value, at("2026-07-30T09:00:00Z").value);
    QCOMPARE(page.events.at(1).target.name, std::string("daily run \"å\""));
}

void ParadimeTest::classifiesActionsInEitherCase_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Operation>("operation");
    QTest::newRow("small") << u"schedule_manual_run"_s << Operation::Execute;
    QTest::newRow("capitals") << u"RUN_TRIGGERED"_s << Operation::Execute;
    QTest::newRow("create") << u"api_key_created"_s << Operation::Create;
    QTest::newRow("grant") << u"user_role_updated"_s << Operation::Grant;
    QTest::newRow("auth") << u"USER_LOGIN"_s << Operation::Auth;
    QTest::newRow("other") << u"moon_landed"_s << Operation::Other;
}

void ParadimeTest::classifiesActionsInEitherCase()
{
    QFETCH(QString, action);
    QFETCH(Operation, operation);
    QCOMPARE(operationFor(action.toStdString(), paradimeOperationRules()), operation);
}

void ParadimeTest::asksOneGraphQlQuestion()
{
    const Result<PageRequest> page = paradime().request(checkedSettings(paradime(), paradimeSettings()),
                                                        secretValues(paradimeKeyPair()), {});
    QCOMPARE(page->http.verb, QByteArray("POST"));
    QCOMPARE(page->http.url.toEncoded(), QByteArray("https://api.paradime.io/api/v1/token123/graphql"));
    QCOMPARE(
        page->http.body,
        QByteArray(R"({"query":"query GetAuditLogs { getAuditLogs { auditLogs { id createdDttm updatedDttm )"
                   R"(workspaceId workspaceName actorType actorUserId actorEmail eventSourceId eventSource )"
                   R"(eventId eventType metadataJson } } }"})"));
    QVERIFY(page->streamed);
    QVERIFY(!page->window);
    QCOMPARE(headerOf(page->http, "Accept"), QByteArray("application/json"));
}

void ParadimeTest::authenticatesByTheLookOfTheSecret_data()
{
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QByteArray>("apiSecret");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<QByteArray>("workspace");
    QTest::newRow("pair") << QByteArray("key") << QByteArray("secret") << QByteArray() << QByteArray();
    QTest::newRow("workspace key") << QByteArray() << QByteArray("prdm_wsp_abc")
                                   << QByteArray("Bearer prdm_wsp_abc") << QByteArray();
    QTest::newRow("company key") << QByteArray() << QByteArray("prdm_cmp_abc")
                                 << QByteArray("Bearer prdm_cmp_abc") << QByteArray("w-1");
    QTest::newRow("in the other field")
        << QByteArray("prdm_wsp_abc") << QByteArray() << QByteArray("Bearer prdm_wsp_abc") << QByteArray();
}

void ParadimeTest::authenticatesByTheLookOfTheSecret()
{
    QFETCH(QByteArray, apiKey);
    QFETCH(QByteArray, apiSecret);
    QFETCH(QByteArray, authorization);
    QFETCH(QByteArray, workspace);
    QMap<QString, QString> values = paradimeSettings();
    values.insert(u"workspace_uid"_s, u"w-1"_s);
    QMap<QString, QByteArray> secrets;
    if (!apiKey.isEmpty())
        secrets.insert(u"api_key"_s, apiKey);
    if (!apiSecret.isEmpty())
        secrets.insert(u"api_secret"_s, apiSecret);
    const Result<PageRequest> page =
        paradime().request(checkedSettings(paradime(), values), secretValues(secrets), {});
    QVERIFY(page.hasValue());
    QCOMPARE(headerOf(page->http, "Authorization"), authorization);
    QCOMPARE(headerOf(page->http, "X-Paradime-Workspace"), workspace);
    QCOMPARE(headerOf(page->http, "X-API-KEY"), authorization.isEmpty() ? apiKey : QByteArray());
    QCOMPARE(headerOf(page->http, "X-API-SECRET"), authorization.isEmpty() ? apiSecret : QByteArray());
}

void ParadimeTest::needsItsSecrets_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("names");
    QTest::newRow("none") << QString() << QByteArray() << ErrorKind::SecretUnavailable << u"api_key"_s;
    QTest::newRow("key alone") << u"api_key"_s << QByteArray("key") << ErrorKind::SecretUnavailable
                               << u"api_secret"_s;
    QTest::newRow("secret alone") << u"api_secret"_s << QByteArray("secret") << ErrorKind::SecretUnavailable
                                  << u"api_key"_s;
    QTest::newRow("company key without workspace")
        << u"api_secret"_s << QByteArray("prdm_cmp_abc") << ErrorKind::Usage << u"workspace_uid"_s;
}

void ParadimeTest::needsItsSecrets()
{
    QFETCH(QString, key);
    QFETCH(QByteArray, secret);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, names);
    const SecretValues secrets = key.isEmpty() ? SecretValues() : secretValues({{key, secret}});
    const Result<PageRequest> page =
        paradime().request(checkedSettings(paradime(), paradimeSettings()), secrets, {});
    QVERIFY(!page.hasValue());
    QCOMPARE(page.error().kind, kind);
    QVERIFY2(page.error().message.contains(names), qUtf8Printable(page.error().message));
    QVERIFY(secret.isEmpty() || !page.error().message.contains(QString::fromUtf8(secret)) || secret == "key"
            || secret == "secret");
    QVERIFY(!page.error().message.contains(u"token123"_s));
}

void ParadimeTest::acceptsWrappedAndUnwrappedResponses_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray rows = R"([{"id":1,"createdDttm":"2024-02-13 16:09:29"}])";
    QTest::newRow("wrapped") << QByteArray(R"({"data":{"getAuditLogs":{"auditLogs":)" + rows + "}}}");
    QTest::newRow("without data") << QByteArray(R"({"getAuditLogs":{"auditLogs":)" + rows + "}}");
    QTest::newRow("as in the reference") << QByteArray(R"({"auditLogs":)" + rows + "}");
    QTest::newRow("errors null") << QByteArray(R"({"errors":null,"data":{"getAuditLogs":{"auditLogs":)" + rows
                                               + "}}}");
    QTest::newRow("errors empty") << QByteArray(R"({"data":{"getAuditLogs":{"auditLogs":)" + rows
                                                + R"(}},"errors":[]})");
}

void ParadimeTest::acceptsWrappedAndUnwrappedResponses()
{
    QFETCH(QByteArray, body);
    SourceDriver driver(paradime(), paradimeSettings(), paradimeKeyPair(),
                        [&](const HttpRequest &) { return Response{body}; });
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.requests, 1);
    QCOMPARE(driver.events.keys(), QStringList(u"1"_s));
}

void ParadimeTest::failsOnErrorsBesideData()
{
    SourceDriver driver(paradime(), paradimeSettings(), paradimeKeyPair(), [](const HttpRequest &) {
        return Response{fixture(u"paradime/errors-at-200.json"_s)};
    });
    driver.checkpoint = finishedAt("2024-01-01T00:00:00Z");
    const Checkpoint before = driver.checkpoint;
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Vendor);
    QVERIFY(driver.error->message.contains(u"Your key has expired"_s));
    QVERIFY(driver.error->message.contains(u"Missing capability: Audit Logs viewer"_s));
    QCOMPARE(driver.checkpoint, before);
    QCOMPARE(driver.covered, QList<TimeWindow>());
}

void ParadimeTest::refusesAResponseWithoutRows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("null data") << QByteArray(R"({"data":null})");
    QTest::newRow("null query") << QByteArray(R"({"data":{"getAuditLogs":null}})");
    QTest::newRow("something else") << QByteArray(R"({"hello":"world"})");
}

void ParadimeTest::refusesAResponseWithoutRows()
{
    QFETCH(QByteArray, body);
    SourceDriver driver(paradime(), paradimeSettings(), paradimeKeyPair(),
                        [&](const HttpRequest &) { return Response{body}; });
    QVERIFY(!driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.error->kind, ErrorKind::Malformed);
}

void ParadimeTest::coversEverythingUntilTheRunBegan()
{
    SourceDriver driver(paradime(), paradimeSettings(), paradimeKeyPair(), [](const HttpRequest &) {
        return Response{R"({"data":{"getAuditLogs":{"auditLogs":[]}}})"};
    });
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.covered, (QList<TimeWindow>{{std::nullopt, at("2026-11-20T12:00:00Z")}}));
    QCOMPARE(driver.checkpoint, finishedAt(nullptr));
}

void ParadimeTest::neverMovesTheWatermarkBack()
{
    SourceDriver driver(paradime(), paradimeSettings(), paradimeKeyPair(), [](const HttpRequest &) {
        return Response{R"({"auditLogs":[{"id":1,"createdDttm":"2024-02-13 16:09:29"}]})"};
    });
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.checkpoint, finishedAt("2024-02-13T16:09:29Z"));
    driver.checkpoint = finishedAt("2025-01-01T00:00:00Z");
    const Checkpoint before = driver.checkpoint;
    QVERIFY(driver.sync(at("2026-11-20T12:00:00Z")));
    QCOMPARE(driver.checkpoint, before);
}

void ParadimeTest::readsTheVendorsWords()
{
    QCOMPARE(paradime().errorText(R"({"errors":["a",{"message":"b"}]})"), u"a; b"_s);
    QCOMPARE(paradime().errorText("<html>"), QString());
    QVERIFY(!paradime().recover(checkedSettings(paradime(), paradimeSettings()), {},
                                {ErrorKind::Timeout, u"x"_s}));
}

TRAILGLASS_TEST(ParadimeTest)
#include "tst_paradime.moc"
