// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/support/fakevendors.h"
#include "tests/sync/syncharness.h"

#include "models/sync/connectiontest.h"
#include "models/sync/redaction.h"
#include "tests/runner/testclass.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;

namespace {

const QByteArray Key = "2/12008/34567:Ab+Cd==";
const QString CompanyToken = u"c0mpany~t0ken 4711"_s;

/// The key in the forms in which servers give it back.
QByteArrayList echoesOf(const QByteArray &key)
{
    const QByteArray pair = "user:" + key;
    return {key,
            key.toPercentEncoding(),
            key.toPercentEncoding().toLower(),
            key.toBase64(),
            key.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
            pair.toBase64(),
            key.toHex(),
            key.first(12),
            key.last(12),
            QByteArray(key).replace("/", "&#x2F;").replace("=", "&equals;")};
}

/// A JSON text with all of them in it.
QByteArray echo(const QByteArray &key)
{
    return QByteArray("no use of " + echoesOf(key).join(" or ")).replace("/", "\\/");
}

} // namespace

/// What is taken out of servers' words, and what is left in them.
class RedactionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesCredentialsAndAPrivatePath();
    void leavesThePathOfADocumentedAddress();
    void hidesThePathOfAnAddressThatIsTheAccounts();
    void neitherShowsNorStoresWhatAServerEchoes_data();
    void neitherShowsNorStoresWhatAServerEchoes();
    void hidesAKeyInTheReasonOfARowThatCannotBeRead();
    void keepsAnEventThatHoldsTheKeyAsItCame();
    void aTestOfAConnectionHidesThemToo();

private:
    [[nodiscard]] static SyncReport refusedBy(VendorServer &server, const QString &type,
                                              const QByteArray &response);

    /// Fails the test when a form of the key, or of Paradime's path, is in one of the texts.
    static void verifyHidden(const QByteArrayList &texts);
};

void RedactionTest::hidesCredentialsAndAPrivatePath()
{
    const SourceType &type = findSource(u"paradime"_s)->type();
    const QString endpoint = u"https://x.example/api/v1/"_s
        + QString::fromLatin1(QUrl::toPercentEncoding(CompanyToken)) + u"/graphql"_s;
    const SecretValues secrets{{u"api_key"_s, Secret::fromText("k-123").value()}};
    const SecretMask mask =
        secretMask(type, SourceSettings::fromValues(type, {{u"endpoint"_s, endpoint}}).value(), secrets);
    const auto row = [&](const QString &text, const QString &expected) {
        QCOMPARE(mask.masked(text), expected);
    };
    row(u"No k-123 here"_s, u"No ••• here"_s);
    row(u"Cannot POST /api/v1/c0mpany~t0ken 4711/graphql"_s, u"Cannot POST •••"_s);
    row(u"Cannot POST /api/v1/c0mpany~t0ken%204711/graphql"_s, u"Cannot POST •••"_s);
    row(u"Cannot POST %2Fapi%2Fv1%2Fc0mpany%7et0ken%25204711%2Fgraphql"_s, u"Cannot POST •••"_s);
    row(u"no company c0mpany~t0ken+4711"_s, u"no company •••"_s);
    row(u"no company %1"_s.arg(QString::fromLatin1(CompanyToken.toUtf8().toBase64())), u"no company •••"_s);
    row(u"see /api/v1/graphql of Paradime"_s, u"see /api/v1/graphql of Paradime"_s);
}

SyncReport RedactionTest::refusedBy(VendorServer &server, const QString &type, const QByteArray &response)
{
    const bool listening = server.listen();
    Q_ASSERT(listening);
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"it"_s, type, server.settings());
    server.http().setHandler([&response](const Request &request) {
        return Response::json(QByteArray(response).replace("PATH", request.path), 400);
    });
    return harness.run(harness.job(u"it"_s, server));
}

void RedactionTest::leavesThePathOfADocumentedAddress()
{
    AsanaServer server;
    const SyncReport report =
        refusedBy(server, u"asana"_s, R"({"errors":[{"message":"Unknown object at PATH"}]})");
    QVERIFY(report.error);
    QVERIFY2(report.error->message.contains(u"at /api/1.0/workspaces/"_s), qPrintable(report.error->message));
}

void RedactionTest::hidesThePathOfAnAddressThatIsTheAccounts()
{
    ParadimeServer server;
    const SyncReport report =
        refusedBy(server, u"paradime"_s, R"({"errors":[{"message":"Cannot POST PATH"}]})");
    QVERIFY(report.error);
    QVERIFY2(report.error->message.contains(u"Cannot POST •••"_s), qPrintable(report.error->message));
}

void RedactionTest::verifyHidden(const QByteArrayList &texts)
{
    for (const QByteArray &text : texts) {
        for (const QByteArray &form : echoesOf(Key) + echoesOf(CompanyToken.toUtf8())) {
            QVERIFY2(!text.contains(form), form.constData());
        }
    }
}

void RedactionTest::neitherShowsNorStoresWhatAServerEchoes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isQuoted");

    const QByteArray words = "\"" + echo(Key) + " \\/ " + echo(CompanyToken.toUtf8()) + "\"";
    for (const char *type : {"asana", "secoda", "datafold", "paradime", "nected"}) {
        const QString name = QString::fromLatin1(type);
        QTest::addRow("%s, a refusal", type)
            << name << 401 << QByteArray("{\"error\":" + words + '}') << true;
        QTest::addRow("%s, a refusal as a list", type)
            << name << 400 << QByteArray("{\"errors\":[{\"message\":" + words + "}]}") << true;
        QTest::addRow("%s, an outage", type)
            << name << 503 << QByteArray("{\"detail\":" + words + '}') << true;
        QTest::addRow("%s, inside a success", type)
            << name << 200 << QByteArray("{\"errors\":[{\"message\":" + words + "}],\"error\":" + words + '}')
            << true;
    }
    QTest::addRow("a redirect to a host that is named so")
        << u"asana"_s << 302 << QByteArray(Key.toHex() + ".example") << true;
    QTest::addRow("a page that is no JSON")
        << u"asana"_s << 200 << QByteArray("<b>" + Key.toPercentEncoding() + "</b>") << false;
}

void RedactionTest::neitherShowsNorStoresWhatAServerEchoes()
{
    QFETCH(const QString, type);
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isQuoted);
    FakeVendors servers({.now = parseTime("2026-11-20T12:00:00Z").value(), .events = 10});
    QVERIFY(servers.listen());
    VendorServer &server = servers.server(findSource(type)->vendor());
    server.http().setHandler([&](const Request &) {
        return status == 302 ? Response::redirect("https://" + body + "/", status)
                             : Response::json(body, status);
    });
    SyncHarness harness("2026-11-20T12:00:00Z");
    QMap<QString, QString> settings = server.settings();
    if (type == u"paradime"_s) {
        settings[u"endpoint"_s] =
            server.http().url(u"/api/v1/"_s + CompanyToken + u"/graphql"_s).toString(QUrl::FullyEncoded);
    }
    harness.addSource(u"it"_s, type, settings);
    SyncJob job = harness.job(u"it"_s, server);
    SecretValues secrets{{u"company"_s, Secret::fromText(CompanyToken.toUtf8()).value()}};
    for (const SecretField &field : findSource(type)->type().secrets) {
        secrets.insert(field.key, Secret::fromText(Key).value());
    }
    if (type == u"paradime"_s) {
        secrets.remove(u"company"_s); // its path alone tells it
    }
    job.secrets->values = secrets;
    const SyncReport report = harness.run(job);
    QVERIFY(report.error);
    QVERIFY2(report.error->message.contains(u"•••"_s) == isQuoted, qPrintable(report.error->message));

    QByteArrayList texts{toJson(report), report.error->detail.toUtf8()};
    QDirIterator files(harness.workspace(), QDir::Files | QDir::Hidden);
    while (files.hasNext()) {
        QFile file(files.next());
        // The path itself is a setting.
        if (type != u"paradime"_s && file.open(QIODevice::ReadOnly)) {
            texts.append(file.readAll());
        }
    }
    verifyHidden(texts);
    verifyHidden({harness.state(u"it"_s).lastError.toUtf8()});
}

void RedactionTest::hidesAKeyInTheReasonOfARowThatCannotBeRead()
{
    AsanaServer server;
    QVERIFY(server.listen());
    const QByteArray row = "{\"gid\":\"1\",\"created_at\":\"" + Key.toPercentEncoding() + "\"}";
    server.http().setHandler([&](const Request &request) {
        return Response::json("{\"data\":[" + (request.parameter("offset").isEmpty() ? row : QByteArray())
                              + "],\"next_page\":{\"offset\":\"z\"}}");
    });
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"it"_s, u"asana"_s, server.settings());
    SyncJob job = harness.job(u"it"_s, server);
    job.secrets->values = SecretValues{{u"access_token"_s, Secret::fromText(Key).value()}};
    const SyncReport report = harness.run(job);
    QCOMPARE(report.counts.unreadable, 1);
    verifyHidden({toJson(report)});
    const auto reader = harness.reader();
    const auto kept = reader->quarantine({.source = reader->source(u"it"_s)->id}).value();
    QCOMPARE(kept.size(), std::size_t{1});
    QVERIFY2(kept.front().reason.endsWith(u"•••"_s), qPrintable(kept.front().reason));
    QCOMPARE(kept.front().bytes, row); // evidence
}

void RedactionTest::keepsAnEventThatHoldsTheKeyAsItCame()
{
    AsanaServer server;
    QVERIFY(server.listen());
    const QByteArray row =
        R"({"gid":"1","created_at":"2026-11-20T09:15:00Z","details":{"key":")" + Key + R"("}})";
    server.http().setHandler([&](const Request &request) {
        return Response::json("{\"data\":[" + (request.parameter("offset").isEmpty() ? row : QByteArray())
                              + "],\"next_page\":{\"offset\":\"z\"}}");
    });
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"it"_s, u"asana"_s, server.settings());
    SyncJob job = harness.job(u"it"_s, server);
    job.secrets->values = SecretValues{{u"access_token"_s, Secret::fromText(Key).value()}};
    QCOMPARE(harness.run(job).status, SyncReport::Status::Ok);
    QCOMPARE(harness.stored(u"it"_s).value("1"), row);
}

void RedactionTest::aTestOfAConnectionHidesThemToo()
{
    AsanaServer server;
    QVERIFY(server.listen());
    server.http().setHandler(
        [](const Request &) { return Response::json("{\"error\":\"" + echo(Key) + "\"}", 401); });
    SyncHarness harness("2026-11-20T12:00:00Z");
    harness.addSource(u"it"_s, u"asana"_s, server.settings());
    SyncJob job = harness.job(u"it"_s, server);
    job.secrets->values = SecretValues{{u"access_token"_s, Secret::fromText(Key).value()}};
    HttpClient http(harness.scheduler());
    const ManualClock clock("2026-11-20T12:00:00Z");
    ConnectionTest test(http, clock);
    std::optional<ConnectionReport> report;
    connect(&test, &ConnectionTest::finished, this, [&](const ConnectionReport &ended) { report = ended; });
    test.start(job);
    QTRY_VERIFY(report.has_value());
    QVERIFY(report->error);
    QVERIFY2(report->error->message.contains(u"•••"_s), qPrintable(report->error->message));
    verifyHidden({report->error->message.toUtf8()});
}

TRAILGLASS_TEST(RedactionTest)
#include "tst_redaction.moc"
