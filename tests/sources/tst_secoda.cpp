// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include "models/sources/operationrule.h"
#include "models/sources/secoda/secodaoperations.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class SecodaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryField();
    void readsTheOlderForm();
    void keepsAnEventWithNothingButIdAndTime();
    void classifiesActionsByTheirWords_data();
    void classifiesActionsByTheirWords();
    void asksForTheFirstPageWithItsSlashAndOrder();
    void sendsTheFilterAsItWasTyped();
    void readsTheVendorsWords_data();
    void readsTheVendorsWords();
};

void SecodaTest::mapsEveryField()
{
    const ReadPage page =
        readPage(secoda(), checkedSettings(secoda(), {}), fixture(u"secoda/audit-logs-page.json"_s));
    QCOMPARE(page.events.size(), std::size_t(3));
    const Event &event = page.events.front();
    QCOMPARE(event.id, std::string("7a1f0f2e-6a50-4c57-9b4d-2f3d3a1b0c01"));
    QCOMPARE(event.created.value, at("2026-09-01T10:00:00.123456Z").value);
    QCOMPARE(event.action, std::string("RESOURCE_UPDATED"));
    QCOMPARE(event.category, std::string("SECODA_ENTITY"));
    QCOMPARE(event.operation, Operation::Update);
    QCOMPARE(event.outcome, Outcome::Unknown);
    QCOMPARE(event.actor.id, std::string("b9f5c1de-1111-4222-8333-944455556666"));
    QCOMPARE(event.actor.name, std::string("Ada Lovelace"));
    QCOMPARE(event.actor.email, std::string());
    QCOMPARE(event.actor.type, std::string("USER"));
    QCOMPARE(event.target.id, std::string("c0ffee00-2222-4333-8444-555566667777"));
    QCOMPARE(event.target.name, std::string("orders"));
    QCOMPARE(event.target.type, std::string("SECODA_ENTITY"));
    QCOMPARE(event.channel, std::string("USER"));
    QCOMPARE(event.correlation, std::string("5d0c9a3e-0001-4a6f-8f55-1f2e3d4c5b6a"));
    QCOMPARE(event.message, std::string("Ada Lovelace updated the description of orders"));
    QVERIFY(event.ip.empty() && event.userAgent.empty() && event.workspace.empty()
            && event.environment.empty());
    QVERIFY(!event.revised);
}

void SecodaTest::readsTheOlderForm()
{
    const ReadPage page =
        readPage(secoda(), checkedSettings(secoda(), {}), fixture(u"secoda/audit-logs-page.json"_s));
    const Event &monitor = page.events.at(1);
    QCOMPARE(monitor.actor.display(), std::string("MONITOR"));
    QCOMPARE(monitor.target.display(), std::string());
    QCOMPARE(monitor.message, std::string());
    const Event &older = page.events.at(2);
    QCOMPARE(older.actor.name, std::string("Grace Hopper"));
    QCOMPARE(older.actor.email, std::string("grace@example.com"));
    QCOMPARE(older.target.name, std::string("ci key"));
}

void SecodaTest::keepsAnEventWithNothingButIdAndTime()
{
    const SourceSettings settings = checkedSettings(secoda(), {});
    const Result<Event> event = readRow(secoda(), settings, R"({"id":5,"logged_at":"2026-09-01 10:00"})");
    QVERIFY(event.hasValue());
    QCOMPARE(event->id, std::string("5"));
    const Result<Event> blocks = readRow(
        secoda(), settings,
        R"({"id":"a","logged_at":"2026-09-01T10:00:00Z","event_blocks":[{"value":"a\u0000"},7,null,{"value":3},[],{"style":"bold"}]})");
    QCOMPARE(blocks->message, std::string("a\0003", 3));
    QVERIFY(!readRow(secoda(), settings, R"({"id":"a","created_at":"2026-09-01T10:00:00Z"})").hasValue());
}

void SecodaTest::classifiesActionsByTheirWords_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<Operation>("operation");
    QTest::newRow("create") << u"API_KEY_CREATED"_s << Operation::Create;
    QTest::newRow("update") << u"resource updated"_s << Operation::Update;
    QTest::newRow("delete") << u"resource.deleted"_s << Operation::Delete;
    QTest::newRow("read") << u"resourceViewed"_s << Operation::Read;
    QTest::newRow("auth") << u"user_login"_s << Operation::Auth;
    QTest::newRow("grant before create") << u"invite_created"_s << Operation::Grant;
    QTest::newRow("execute") << u"Monitor run"_s << Operation::Execute;
    QTest::newRow("export") << u"EXPORT_STARTED"_s << Operation::Export;
    QTest::newRow("a word inside another is none") << u"recreated_breadcrumb"_s << Operation::Other;
    QTest::newRow("other") << u"moon_landed"_s << Operation::Other;
    QTest::newRow("empty") << QString() << Operation::Other;
}

void SecodaTest::classifiesActionsByTheirWords()
{
    QFETCH(QString, action);
    QFETCH(Operation, operation);
    QCOMPARE(operationFor(action.toStdString(), secodaOperationRules()), operation);
}

void SecodaTest::asksForTheFirstPageWithItsSlashAndOrder()
{
    const SourceSettings settings = checkedSettings(secoda(), {});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00Z");
    const Result<PageRequest> page =
        secoda().request(settings, secretValues(apiKey()), secoda().begin(settings, options));
    QCOMPARE(page->http.url.toEncoded(),
             QByteArray("https://api.secoda.co/api/v1/activity_log/audit_logs/"
                        "?sort=%7B%22field%22%3A%22logged_at%22%2C%22order%22%3A%22desc%22%7D&page=1"));
    QCOMPARE(headerOf(page->http, "Authorization"), QByteArray("Bearer secret"));
    QCOMPARE(headerOf(page->http, "Accept"), QByteArray("application/json"));
    QCOMPARE(page->http.verb, QByteArray("GET"));
    QVERIFY(!page->window);
    QCOMPARE(secoda().request(settings, {}, {}).error().kind, ErrorKind::SecretUnavailable);
}

void SecodaTest::sendsTheFilterAsItWasTyped()
{
    const QString filter = uR"({"operator":"exact", "field":"performer_type","value":"A+B&é%"})"_s;
    const SourceSettings settings =
        checkedSettings(secoda(), {{u"filter"_s, filter}, {u"base_url"_s, u"https://acme.secoda.co/"_s}});
    const Result<PageRequest> page = secoda().request(settings, secretValues(apiKey()), {});
    QVERIFY(page->http.url.toEncoded().startsWith(
        "https://acme.secoda.co/api/v1/activity_log/audit_logs/?filter=%7B%22operator%22"));
    QVERIFY(page->http.url.toEncoded().contains("A%2BB%26%C3%A9%25"));
    QCOMPARE(QUrlQuery(page->http.url).queryItemValue(u"filter"_s, QUrl::FullyDecoded), filter);
}

void SecodaTest::readsTheVendorsWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("detail") << fixture(u"secoda/error-detail.json"_s)
                            << u"Authentication credentials were not provided or are invalid"_s;
    QTest::newRow("list") << QByteArray(
        R"({"detail":[{"loc":["query","page"],"msg":"not a number","type":"x"}]})")
                          << u"query.page: not a number"_s;
    QTest::newRow("message") << QByteArray(R"({"message":["a","b","a"]})") << u"a; b"_s;
    QTest::newRow("error") << QByteArray(R"({"error":"no"})") << u"no"_s;
    QTest::newRow("error object") << QByteArray(R"({"error":{"code":7,"message":"no"}})") << u"no"_s;
    QTest::newRow("HTML") << QByteArray("<html>") << QString();
    QTest::newRow("long") << QByteArray(R"({"detail":")" + QByteArray(5000, 'x') + R"("})")
                          << QString(QString(1000, u'x') + u'…');
}

void SecodaTest::readsTheVendorsWords()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    QCOMPARE(secoda().errorText(body), words);
}

TRAILGLASS_TEST(SecodaTest)
#include "tst_secoda.moc"
