// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "tests/runner/testclass.h"
#include "tests/sync/faulttest.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Support;
using namespace std::chrono_literals;

namespace {

/// Half of a body whose end is where the connection ends, so that HTTP does not show that it is a half.
Response halfWithoutLength(Response response)
{
    response.framing = Framing::UntilClose;
    response.ending = Ending::Drop;
    response.bytesBeforeEnding = response.body.size() / 2;
    return response;
}

/// The server takes the request, and not a byte comes back.
Response noByte(Response response)
{
    response.ending = Ending::Hang;
    response.bytesBeforeEnding = -1;
    return response;
}

/// Sends the job's requests to another scheme, host and port than the source has. The secrets may go there.
FaultMatrix::Sync syncWith(const QUrl &origin)
{
    return [origin](SyncHarness &harness, const SyncJob &original) {
        SyncJob job = original;
        QString &address = job.source.settings[findSource(job.source.type)->type().address().key];
        QUrl url(address);
        url.setScheme(origin.scheme());
        url.setHost(origin.host());
        url.setPort(origin.port());
        address = url.toString();
        job.secrets->origin = Origin::of(url);
        return harness.run(job);
    };
}

QByteArray contents(const QString &name)
{
    QFile file(QStringLiteral(TRAILGLASS_SUPPORT_DATA "/tls/") + name);
    [&] {
        QVERIFY(file.open(QIODevice::ReadOnly));
    }();
    return file.readAll();
}

} // namespace

/// What happens to requests and responses on their way, each time.
class FaultConnectionsTest : public FaultTest
{
    Q_OBJECT

public:
    FaultConnectionsTest()
        : FaultTest(u"faultconnections"_s)
    {
    }

private Q_SLOTS:
    void initTestCase();
    void brokenOnesEndAsDocumentedAndLoseNothing_data();
    void brokenOnesEndAsDocumentedAndLoseNothing();
    void slowOnesEndAsDocumentedAndLoseNothing_data();
    void slowOnesEndAsDocumentedAndLoseNothing();
    void redirectsAreNotFollowed_data();
    void redirectsAreNotFollowed();
    void missingHostsEndAsDocumentedAndLoseNothing_data();
    void missingHostsEndAsDocumentedAndLoseNothing();
    void untrustedCertificatesEndAsDocumentedAndLoseNothing_data();
    void untrustedCertificatesEndAsDocumentedAndLoseNothing();
};

void FaultConnectionsTest::initTestCase()
{
    // A proxy would look up the host, and say something else.
    for (const char *variable :
         {"http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
        qunsetenv(variable);
    FaultTest::initTestCase();
}

void FaultConnectionsTest::brokenOnesEndAsDocumentedAndLoseNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Fault>("plan");
    QTest::addColumn<QString>("kind");
    const auto rows = [](const QString &fault, const Fault &plan, const QString &kind) {
        for (const Vendor vendor : FakeVendors::Vendors)
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault))
                << vendor << fault << plan << kind;
    };
    rows(u"reset before the headers"_s, {.kind = Fault::Kind::Reset}, u"network"_s);
    rows(u"reset during the headers"_s, {.kind = Fault::Kind::ResetInHead}, u"network"_s);
    rows(u"reset after the headers"_s, {.kind = Fault::Kind::ResetAfterHead}, u"network"_s);
    rows(u"truncated body"_s, {.kind = Fault::Kind::Truncate}, u"network"_s);
    rows(u"truncated body without Content-Length"_s, Fault::altered(halfWithoutLength), u"malformed"_s);
}

void FaultConnectionsTest::brokenOnesEndAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(const Fault, plan);
    QFETCH(const QString, kind);
    matrix().server(vendor).faults().every(1, plan);
    matrix().check(vendor, fault, {.name = kind, .requests = FaultMatrix::Attempts});
}

void FaultConnectionsTest::slowOnesEndAsDocumentedAndLoseNothing_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<Fault>("plan");
    const auto rows = [](const QString &fault, const Fault &plan) {
        for (const Vendor vendor : FakeVendors::Vendors)
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault)) << vendor << fault << plan;
    };
    rows(u"slower than the time-out"_s, {.kind = Fault::Kind::Hang});
    rows(u"no byte within the time-out"_s, Fault::altered(noByte));
}

void FaultConnectionsTest::slowOnesEndAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(const Fault, plan);
    VendorServer &server = matrix().server(vendor);
    server.faults().every(1, plan);
    const auto silence = vendor == Vendor::Paradime ? HttpLimits::streamed().silence : HttpLimits().silence;
    const auto sync = [&](SyncHarness &harness, const SyncJob &job) {
        qsizetype arrived = 0;
        harness.onTick = [&, arrived](const QString &) mutable {
            if (server.http().requests().size() > arrived) {
                arrived = server.http().requests().size();
                harness.scheduler().advance(silence);
            }
        };
        return harness.run(job);
    };
    FaultOutcome expected = repeated(u"timeout"_s);
    if (vendor == Vendor::Datafold)
        expected = {.name = u"too_large"_s,
                    .requests = FaultMatrix::HalvingRequests,
                    .arrived = FaultMatrix::HalvingRequests};
    matrix().check(vendor, fault, expected, sync);
}

void FaultConnectionsTest::redirectsAreNotFollowed_data()
{
    QTest::addColumn<Vendor>("vendor");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<qsizetype>("arrived");
    for (const Vendor vendor : FakeVendors::Vendors) {
        const auto row = [vendor](const QString &fault, const QByteArray &location, qsizetype arrived) {
            QTest::addRow("%s, %s", name(vendor).data(), qPrintable(fault))
                << vendor << fault << location << arrived;
        };
        row(u"redirect to the same host"_s, "/login", 1);
        row(u"redirect to another host"_s, "OTHER", 1);
        // A GET follows a slash once; these two send a body, which a redirect may drop.
        const bool hasBody = vendor == Vendor::Datafold || vendor == Vendor::Paradime;
        row(u"redirect by a slash, again and again"_s, "SLASH", hasBody ? 1 : 2);
    }
}

void FaultConnectionsTest::redirectsAreNotFollowed()
{
    QFETCH(const Vendor, vendor);
    QFETCH(const QString, fault);
    QFETCH(QByteArray, location);
    QFETCH(const qsizetype, arrived);
    FakeHttpServer other([](const Request &) { return Response::json("{}"); });
    QVERIFY(other.listen());
    const bool goesElsewhere = location == "OTHER";
    VendorServer &server = matrix().server(vendor);
    server.faults().every(
        1, Fault::altered([&](const Response &) {
            const QByteArray path = server.http().requests().constLast().path;
            if (location == "SLASH")
                return Response::redirect(path.endsWith('/') ? path.chopped(1) : QByteArray(path + '/'), 307);
            return Response::redirect(goesElsewhere ? QByteArray(other.url().toEncoded() + path) : location,
                                      307);
        }));
    const QString words = goesElsewhere ? other.url().toString() : u"another of its addresses"_s;
    matrix().check(
        vendor, fault,
        {.name = u"redirect"_s, .requests = 1, .waited = 0ms, .arrived = arrived, .words = {words}});
    QCOMPARE(other.connectionCount(), 0);
}

void FaultConnectionsTest::missingHostsEndAsDocumentedAndLoseNothing_data()
{
    addVendors();
}

/// The name is longer than DNS allows, so that no name server is involved.
void FaultConnectionsTest::missingHostsEndAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    const QUrl origin(u"https://"_s + QString(60, u'a').append(u'.').repeated(5) + u"invalid"_s);
    QVERIFY(origin.isValid());
    matrix().check(vendor, u"host not found"_s,
                   {.name = u"network"_s, .requests = FaultMatrix::Attempts, .arrived = 0}, syncWith(origin));
}

void FaultConnectionsTest::untrustedCertificatesEndAsDocumentedAndLoseNothing_data()
{
    addVendors();
}

void FaultConnectionsTest::untrustedCertificatesEndAsDocumentedAndLoseNothing()
{
    QFETCH(const Vendor, vendor);
    FakeHttpServer stranger([](const Request &) { return Response::json("{}"); });
    QVERIFY(stranger.listen(QSslCertificate(contents(u"loopback.pem"_s)),
                            QSslKey(contents(u"loopback.key"_s), QSsl::Ec)));
    matrix().check(
        vendor, u"certificate not trusted"_s,
        {.name = u"tls"_s, .requests = 1, .waited = 0ms, .arrived = 0, .words = {u"self-signed"_s}},
        syncWith(stranger.url()));
    QVERIFY(stranger.requests().isEmpty());
}

TRAILGLASS_TEST(FaultConnectionsTest)
#include "tst_faultconnections.moc"
