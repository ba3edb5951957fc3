// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include "models/sources/nected/nectedoperations.h"
#include "tests/runner/testclass.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class NectedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryField();
    void mapsErrorsTracesAndEmptyUsers();
    void readsTheNamesOfTheProse_data();
    void readsTheNamesOfTheProse();
    void classifiesBothVocabularies_data();
    void classifiesBothVocabularies();
    void asksTheReferencePath();
    void asksTheNewerPath();
    void sendsEveryScopeSetting();
    void namesAStartWithAnEnd();
    void readsTheVendorsWords();
};

void NectedTest::mapsEveryField()
{
    const ReadPage page =
        readPage(nected(), checkedSettings(nected(), {}), fixture(u"nected/nected-search-example.json"_s));
    QCOMPARE(page.reasons, QStringList());
    QCOMPARE(page.events.size(), std::size_t(5));
    const Event &event = page.events.front();
    QCOMPARE(event.id, std::string("cIQ1bJMBXygxw2IbFdqi"));
    QCOMPARE(event.created.value, at("2024-11-27T06:00:38.470511Z").value); // cut, not rounded
    QCOMPARE(event.action, std::string("Update"));
    QCOMPARE(event.category, std::string("Decisiontable"));
    QCOMPARE(event.operation, Operation::Update);
    QCOMPARE(event.outcome, Outcome::Success);
    QCOMPARE(event.actor.name, std::string("Snehasish Konger"));
    QVERIFY(event.actor.id.empty() && event.actor.email.empty() && event.actor.type.empty());
    QCOMPARE(event.target.id,
             std::string("1236ef60-c66a-425b-9932-4432dc502254")); // no entityId: the execution
    QCOMPARE(event.target.name, std::string("Amazon DP"));
    QCOMPARE(event.target.type, std::string("Decisiontable"));
    QCOMPARE(event.ip, std::string("121.240.111.38"));
    QCOMPARE(event.workspace, std::string("60"));
    QCOMPARE(event.environment, std::string("Staging"));
    QCOMPARE(event.correlation, std::string("4d693277-9509-4afa-a1af-f78d80bf74f3"));
    QVERIFY(event.channel.empty() && event.message.empty() && event.userAgent.empty());
    QVERIFY(page.summary.descending);
}

void NectedTest::mapsErrorsTracesAndEmptyUsers()
{
    const ReadPage page =
        readPage(nected(), checkedSettings(nected(), {}), fixture(u"nected/nected-search-example.json"_s));
    const Event &event = page.events.at(1);
    QCOMPARE(event.outcome, Outcome::Failure);
    QCOMPARE(event.actor, Actor());
    QCOMPARE(event.correlation, std::string("1-6746b398-53e5e9017fd84ff46c030f27"));
    QCOMPARE(event.message, std::string("missing required params key countrycode"));
    QCOMPARE(event.channel, std::string("API"));
    QCOMPARE(event.operation, Operation::Execute);
    QCOMPARE(page.events.at(3).channel, std::string("Console"));
}

void NectedTest::readsTheNamesOfTheProse_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::newRow("seconds") << QByteArray("1732687238");
    QTest::newRow("milliseconds") << QByteArray("1732687238000");
    QTest::newRow("microseconds") << QByteArray("1732687238000000");
    QTest::newRow("nanoseconds") << QByteArray("1732687238000000999");
    QTest::newRow("text") << QByteArray(R"("2024-11-27T06:00:38Z")");
}

void NectedTest::readsTheNamesOfTheProse()
{
    QFETCH(QByteArray, timestamp);
    const SourceSettings settings = checkedSettings(nected(), {});
    const Result<Event> event = readRow(
        nected(), settings,
        R"({"logId":"a","action":"roleUpdate","module":"user-management","timestamp":)" + timestamp + '}');
    QVERIFY(event.hasValue());
    QCOMPARE(event->created.value, at("2024-11-27T06:00:38Z").value);
    QCOMPARE(event->action, std::string("roleUpdate"));
    QCOMPARE(event->category, std::string("user-management"));
    QVERIFY(!readRow(nected(), settings, R"({"logId":"a","timestamp":-1})").hasValue());
    QVERIFY(!readRow(nected(), settings, R"({"logId":"a","timestamp":1.5e9})").hasValue());
    QVERIFY(!readRow(nected(), settings, R"({"logId":"a","date":"x","timestamp":1732687238})").hasValue());
    QVERIFY(!readRow(nected(), settings, R"({"date":"2024-11-27T06:00:38Z"})").hasValue());
}

void NectedTest::classifiesBothVocabularies_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<Operation>("operation");
    QTest::newRow("wire: test") << u"Test Via Console"_s << Operation::Execute;
    QTest::newRow("wire: call") << u"Call Via API"_s << Operation::Execute;
    QTest::newRow("wire: create") << u"Create"_s << Operation::Create;
    QTest::newRow("wire: delete") << u"Delete"_s << Operation::Delete;
    QTest::newRow("filter: role") << u"roleRevoke"_s << Operation::Grant;
    QTest::newRow("filter: cron") << u"cronTest"_s << Operation::Execute;
    QTest::newRow("filter: delay") << u"delayedTest"_s << Operation::Execute;
    QTest::newRow("publish") << u"Publish"_s << Operation::Update;
    QTest::newRow("other") << u"Sneeze"_s << Operation::Other;
}

void NectedTest::classifiesBothVocabularies()
{
    QFETCH(QString, event);
    QFETCH(Operation, operation);
    QCOMPARE(operationFor(event.toStdString(), nectedOperationRules()), operation);
}

void NectedTest::asksTheReferencePath()
{
    const SourceSettings settings = checkedSettings(nected(), {{u"initial_days"_s, u"1"_s}});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00.000001Z");
    const Result<PageRequest> page =
        nected().request(settings, secretValues(apiKey()), nected().begin(settings, options));
    QCOMPARE(page->http.url.toEncoded(),
             QByteArray("https://api.nected.ai/dev/audit/audit/search?pageNo=1&pageSize=10"
                        "&startDate=2026-11-19T00%3A00%3A00.000Z&endDate=2100-01-01T00%3A00%3A00.000Z"));
    QCOMPARE(headerOf(page->http, "nected-api-key"), QByteArray("secret"));
    QCOMPARE(headerOf(page->http, "Accept"), QByteArray("application/json"));
    QCOMPARE(headerOf(page->http, "Nected-Branch"), QByteArray());
    QVERIFY(page->window->contains(at("2026-11-20T10:00:00.001Z"))); // no clock decides what is new
    QCOMPARE(nected().request(settings, {}, {}).error().kind, ErrorKind::SecretUnavailable);
}

void NectedTest::asksTheNewerPath()
{
    const SourceSettings settings = checkedSettings(nected(),
                                                    {{u"api_generation"_s, u"v1"_s},
                                                     {u"branch"_s, u"main"_s},
                                                     {u"module"_s, u"rule-engine/x"_s},
                                                     {u"initial_days"_s, u"0"_s}});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00Z");
    const Result<PageRequest> page =
        nected().request(settings, secretValues(apiKey()), nected().begin(settings, options));
    QCOMPARE(page->http.url.toEncoded(),
             QByteArray("https://api.nected.ai/dev/v1/audit/rule-engine%2Fx/search"
                        "?pageNo=1&pageSize=10&sort=date%3A-1"));
    QCOMPARE(headerOf(page->http, "Nected-API-Key"), QByteArray("secret"));
    QCOMPARE(headerOf(page->http, "Nected-Branch"), QByteArray("main"));
    QVERIFY(!page->window);
}

void NectedTest::sendsEveryScopeSetting()
{
    const SourceSettings settings = checkedSettings(nected(),
                                                    {{u"search"_s, u"a+b & c=é"_s},
                                                     {u"type"_s, u"workflow,nectedWorkflow"_s},
                                                     {u"event"_s, u"roleRevoke"_s},
                                                     {u"status"_s, u"success,Completed"_s},
                                                     {u"environment"_s, u"staging"_s},
                                                     {u"startDate"_s, u"2026-01-01"_s},
                                                     {u"endDate"_s, u"2026-02-01"_s}});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00Z");
    const Result<PageRequest> page =
        nected().request(settings, secretValues(apiKey()), nected().begin(settings, options));
    QCOMPARE(page->http.url.query(QUrl::FullyEncoded).toUtf8(),
             QByteArray("pageNo=1&pageSize=10&search=a%2Bb%20%26%20c%3D%C3%A9&type=workflow%2CnectedWorkflow"
                        "&event=roleRevoke&status=success%2CCompleted&environment=staging"
                        "&startDate=2026-01-01T00%3A00%3A00.000Z&endDate=2026-02-01T00%3A00%3A00.000Z"));
}

void NectedTest::namesAStartWithAnEnd()
{
    const SourceSettings settings =
        checkedSettings(nected(), {{u"initial_days"_s, u"0"_s}, {u"endDate"_s, u"2026-02-01"_s}});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00Z");
    const Result<PageRequest> page =
        nected().request(settings, secretValues(apiKey()), nected().begin(settings, options));
    QCOMPARE(page->http.url.query(QUrl::FullyEncoded).toUtf8(),
             QByteArray("pageNo=1&pageSize=10&startDate=1970-01-01T00%3A00%3A00.000Z"
                        "&endDate=2026-02-01T00%3A00%3A00.000Z"));
}

void NectedTest::readsTheVendorsWords()
{
    QCOMPARE(nected().errorText(fixture(u"nected/error-401.json"_s)),
             u"Unauthorized access. Invalid API key."_s);
    QCOMPARE(nected().errorText(fixture(u"nected/error-404.json"_s)), u"Module not found."_s);
    QCOMPARE(nected().errorText(fixture(u"nected/error-code-at-200.json"_s)), u"Slow down, please."_s);
    QCOMPARE(nected().errorText("<!doctype html>"), QString());
}

TRAILGLASS_TEST(NectedTest)
#include "tst_nected.moc"
