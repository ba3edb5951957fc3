// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include "tests/sources/sampleaccounts.h"
#include "tests/sources/sourcedriver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

class DatafoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEveryField();
    void keepsAnEventWithTheRequiredFieldsAlone();
    void readsTheOutcomeFromTheStatus_data();
    void readsTheOutcomeFromTheStatus();
    void asksWithABody();
    void addsKeyUnlessItIsTyped();
    void readsTheVendorsWords();
};

void DatafoldTest::mapsEveryField()
{
    const ReadPage page =
        readPage(datafold(), checkedSettings(datafold(), {}), fixture(u"datafold/answer.json"_s));
    QCOMPARE(page.events.size(), std::size_t(3));
    const Event &event = page.events.front();
    QCOMPARE(event.id, std::string("3f0e7a3c-7a62-4c8e-bd1d-0f1f1d6e0001"));
    QCOMPARE(event.created.value, at("2022-10-12T20:06:27.653283Z").value);
    QCOMPARE(event.action, std::string("create"));
    QCOMPARE(event.category, std::string("datadiff"));
    QCOMPARE(event.operation, Operation::Create);
    QCOMPARE(event.outcome, Outcome::Success);
    QCOMPARE(event.actor.id, std::string("7"));
    QCOMPARE(event.actor.email, std::string("ann@example.com"));
    QCOMPARE(event.actor.name, std::string());
    QCOMPARE(event.actor.type, std::string("user"));
    QCOMPARE(event.target.id, std::string("123"));
    QCOMPARE(event.target.name, std::string());
    QCOMPARE(event.target.type, std::string("datadiff"));
    QCOMPARE(event.ip, std::string("203.0.113.9"));
    QCOMPARE(event.userAgent, std::string("python-requests/2.31"));
    QCOMPARE(event.channel, std::string("api"));
    QCOMPARE(event.message, std::string("Created data diff 123"));
    QVERIFY(event.workspace.empty() && event.environment.empty() && event.correlation.empty());
}

void DatafoldTest::keepsAnEventWithTheRequiredFieldsAlone()
{
    const ReadPage page =
        readPage(datafold(), checkedSettings(datafold(), {}), fixture(u"datafold/answer.json"_s));
    const Event &support = page.events.at(1);
    QCOMPARE(support.created.value, at("2022-10-12T20:07:00Z").value);
    QCOMPARE(support.action, std::string());
    QCOMPARE(support.operation, Operation::Delete); // from the HTTP method
    QCOMPARE(support.outcome, Outcome::Failure);
    QCOMPARE(support.actor.display(), std::string("support"));
    const Event &bare = page.events.at(2);
    QCOMPARE(bare.created.value, at("2022-10-12T20:08:00.999999Z").value);
    QCOMPARE(bare.outcome, Outcome::Unknown);
    QCOMPARE(bare.actor.display(), std::string());
}

void DatafoldTest::readsTheOutcomeFromTheStatus_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("204") << QByteArray(R"("204")") << Outcome::Success;
    QTest::newRow("number") << QByteArray("200") << Outcome::Success;
    QTest::newRow("302") << QByteArray(R"("302")") << Outcome::Unknown;
    QTest::newRow("500") << QByteArray("500") << Outcome::Failure;
    QTest::newRow("word") << QByteArray(R"("Success")") << Outcome::Success;
    QTest::newRow("failed") << QByteArray(R"("FAILED")") << Outcome::Failure;
    QTest::newRow("error") << QByteArray(R"("error")") << Outcome::Failure;
    QTest::newRow("waiting") << QByteArray(R"("waiting")") << Outcome::Unknown;
    QTest::newRow("null") << QByteArray("null") << Outcome::Unknown;
    QTest::newRow("four digits") << QByteArray("2000") << Outcome::Unknown;
}

void DatafoldTest::readsTheOutcomeFromTheStatus()
{
    QFETCH(QByteArray, status);
    QFETCH(Outcome, outcome);
    const Result<Event> event =
        readRow(datafold(), checkedSettings(datafold(), {}),
                R"({"event_uuid":"a","timestamp":"2022-10-12T20:06:27Z","status":)" + status + '}');
    QCOMPARE(event->outcome, outcome);
}

void DatafoldTest::asksWithABody()
{
    const SourceSettings settings = checkedSettings(datafold(), {{u"initial_days"_s, u"2"_s}});
    RunOptions options;
    options.now = at("2026-11-20T00:00:00.000001Z");
    const Result<PageRequest> page =
        datafold().request(settings, secretValues(apiKey()), datafold().begin(settings, options));
    QCOMPARE(page->http.verb, QByteArray("GET"));
    QCOMPARE(page->http.url.toEncoded(), QByteArray("https://app.datafold.com/api/v1/audit_logs"));
    QCOMPARE(
        page->http.body,
        QByteArray(R"({"end_date":"2026-11-19T00:00:00.001Z","start_date":"2026-11-17T23:59:59.999Z"})"));
    QCOMPARE(headerOf(page->http, "Authorization"), QByteArray("Key secret"));
    QVERIFY(page->window->contains(at("2026-11-19T00:00:00.001Z")));
    QVERIFY(!page->window->contains(at("2026-11-19T00:00:00.001001Z")));
}

void DatafoldTest::addsKeyUnlessItIsTyped()
{
    const SourceSettings settings = checkedSettings(datafold(), {});
    const Result<PageRequest> page =
        datafold().request(settings, secretValues({{u"api_key"_s, "Key secret"}}), {});
    QCOMPARE(headerOf(page->http, "Authorization"), QByteArray("Key secret"));
    QCOMPARE(datafold().request(settings, {}, {}).error().kind, ErrorKind::SecretUnavailable);
}

void DatafoldTest::readsTheVendorsWords()
{
    QCOMPARE(datafold().errorText(fixture(u"datafold/error-422.json"_s)),
             u"body.start_date.0: invalid datetime format"_s);
    QCOMPARE(datafold().errorText(R"({"detail":"Invalid token"})"), u"Invalid token"_s);
    QCOMPARE(datafold().errorText("<html><title>504</title></html>"), QString());
}

TRAILGLASS_TEST(DatafoldTest)
#include "tst_datafold.moc"
