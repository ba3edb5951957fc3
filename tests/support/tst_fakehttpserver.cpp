// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include "tests/support/gzip.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTcpSocket>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trailglass;
using namespace Trailglass::Support;

class FakeHttpServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void recordsWhatWasAsked();
    void deliversTheBodyOfAGet();
    void joinsAChunkedRequest();
    void reusesAConnectionAndClosesOneOnRequest();
    void answersPipelinedRequestsInOrder();
    void framesTheBody_data();
    void framesTheBody();
    void compressesWithGzip_data();
    void compressesWithGzip();
    void refusesWhatBreaksHttp();
    void speaksTls();

private:
    using Reply = std::unique_ptr<QNetworkReply>;
    [[nodiscard]] Reply get(const QUrl &url);
    [[nodiscard]] Reply send(const QByteArray &verb, const QUrl &url, const QByteArray &body);
    /// Writes \a bytes to a plain socket and returns everything that comes back until the server closes.
    [[nodiscard]] static QByteArray talk(quint16 port, const QByteArray &bytes);

    QNetworkAccessManager m_network;
};

namespace {

const QByteArray Text = QByteArray("0123456789abcdef").repeated(40);

Response plain(const QByteArray &body)
{
    return {.headers = {{"Content-Type", "text/plain"}}, .body = body};
}

bool wait(QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return reply->isFinished() || finished.wait(5000);
}

} // namespace

void FakeHttpServerTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

FakeHttpServerTest::Reply FakeHttpServerTest::get(const QUrl &url)
{
    return send("GET", url, {});
}

FakeHttpServerTest::Reply FakeHttpServerTest::send(const QByteArray &verb, const QUrl &url,
                                                   const QByteArray &body)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("X-Test", "yes");
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    Reply reply(m_network.sendCustomRequest(request, verb, body));
    return wait(reply.get()) ? std::move(reply) : nullptr;
}

QByteArray FakeHttpServerTest::talk(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(bytes);
    const bool closed =
        QTest::qWaitFor([&socket] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    return closed ? socket.readAll() : "(the server did not close)";
}

void FakeHttpServerTest::recordsWhatWasAsked()
{
    FakeHttpServer server([](const Request &) { return plain("hello"); });
    QVERIFY(server.listen());
    QSignalSpy requested(&server, &FakeHttpServer::requested);
    QUrl url = server.url(u"/a/b"_s);
    url.setQuery(u"x=1%2B1&y=%7B%22k%22%3A1%7D&empty="_s);
    const Reply reply = get(url);

    QVERIFY(reply);
    QCOMPARE(reply->readAll(), QByteArray("hello"));
    QCOMPARE(requested.count(), 1);
    QCOMPARE(server.requests().size(), 1);
    const Request &request = server.requests().first();
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.path, QByteArray("/a/b"));
    QCOMPARE(request.parameter("x"), QByteArray("1+1"));
    QCOMPARE(request.parameter("y"), QByteArray("{\"k\":1}"));
    QVERIFY(!request.parameter("empty").isNull());
    QVERIFY(request.parameter("absent").isNull());
    QCOMPARE(request.header("x-tEST"), QByteArray("yes"));
}

void FakeHttpServerTest::deliversTheBodyOfAGet()
{
    FakeHttpServer server([](const Request &request) { return plain(request.body); });
    QVERIFY(server.listen());
    const Reply reply = send("GET", server.url(u"/"_s), R"({"start_date":null})");
    QVERIFY(reply);
    QCOMPARE(reply->readAll(), QByteArray(R"({"start_date":null})"));
    QCOMPARE(server.requests().first().header("Content-Type"), QByteArray("application/json"));
}

void FakeHttpServerTest::joinsAChunkedRequest()
{
    FakeHttpServer server([](const Request &request) { return plain(request.body); });
    QVERIFY(server.listen());
    const QByteArray received =
        talk(server.port(),
             "POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
             "\r\n4;name=value\r\nwiki\r\nA\r\n0123456789\r\n0\r\n\r\n");
    QVERIFY2(received.endsWith("\r\n\r\nwiki0123456789"), received.constData());
}

void FakeHttpServerTest::reusesAConnectionAndClosesOneOnRequest()
{
    FakeHttpServer server([](const Request &) { return plain("x"); });
    QVERIFY(server.listen());
    for (int round = 0; round < 5; ++round)
        QVERIFY(get(server.url(u"/"_s)));
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.connectionCount(), 1);
    const QByteArray received = talk(server.port(), "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QVERIFY(received.contains("Connection: close"));
}

void FakeHttpServerTest::answersPipelinedRequestsInOrder()
{
    FakeHttpServer server([](const Request &request) {
        Response response = plain(request.path);
        response.delay = request.path == "/slow" ? 20ms : 0ms;
        return response;
    });
    QVERIFY(server.listen());
    const QByteArray received = talk(server.port(),
                                     "GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"
                                     "GET /fast HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    const qsizetype slow = received.indexOf("\r\n\r\n/slow");
    QVERIFY(slow > 0);
    QVERIFY(received.indexOf("\r\n\r\n/fast") > slow);
}

void FakeHttpServerTest::framesTheBody_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<qsizetype>("pieceSize");
    QTest::newRow("length, at once") << int(Framing::ContentLength) << qsizetype(0);
    QTest::newRow("length, in pieces") << int(Framing::ContentLength) << qsizetype(7);
    QTest::newRow("chunked, at once") << int(Framing::Chunked) << qsizetype(0);
    QTest::newRow("chunked, in pieces") << int(Framing::Chunked) << qsizetype(100);
    QTest::newRow("until the connection closes") << int(Framing::UntilClose) << qsizetype(0);
}

void FakeHttpServerTest::framesTheBody()
{
    QFETCH(int, framing);
    QFETCH(qsizetype, pieceSize);
    FakeHttpServer server([framing, pieceSize](const Request &) {
        Response response = plain(Text);
        response.framing = static_cast<Framing>(framing);
        response.pieceSize = pieceSize;
        return response;
    });
    QVERIFY(server.listen());
    const Reply reply = get(server.url(u"/"_s));
    QVERIFY(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QCOMPARE(reply->readAll(), Text);
    QCOMPARE(reply->hasRawHeader("Content-Length"), framing == int(Framing::ContentLength));
}

void FakeHttpServerTest::compressesWithGzip_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("text") << Text;
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("every byte, large") << [] {
        QByteArray bytes;
        for (int index = 0; index < 300'000; ++index)
            bytes.append(static_cast<char>(index * (index % 7) % 251));
        return bytes;
    }();
}

void FakeHttpServerTest::compressesWithGzip()
{
    QFETCH(QByteArray, body);
    FakeHttpServer server([&body](const Request &) {
        Response response = plain(body);
        response.gzip = true;
        return response;
    });
    QVERIFY(server.listen());
    const Reply reply = get(server.url(u"/"_s));
    QVERIFY(reply);
    QCOMPARE(reply->error(), QNetworkReply::NoError);
    QVERIFY(reply->readAll() == body);
    // Qt decompresses and hides the header, so the bytes themselves are looked at.
    const QByteArray received = talk(server.port(), "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QVERIFY(received.contains("Content-Encoding: gzip\r\n"));
    QVERIFY(received.endsWith(gzip(body)));
}

void FakeHttpServerTest::refusesWhatBreaksHttp()
{
    FakeHttpServer server([](const Request &) { return plain("not reached"); });
    QVERIFY(server.listen());
    const QByteArray received =
        talk(server.port(), "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: ten\r\n\r\n");
    QVERIFY2(received.startsWith("HTTP/1.1 400 Bad Request\r\n"), received.constData());
    QVERIFY(received.endsWith("\r\n\r\nmalformed Content-Length"));
    QCOMPARE(server.requests().size(), 0);
}

void FakeHttpServerTest::speaksTls()
{
    const QString folder = QStringLiteral(TRAILGLASS_SUPPORT_DATA "/tls/");
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(folder + u"loopback.pem"_s);
    QCOMPARE(certificates.size(), 1);
    QFile keyFile(folder + u"loopback.key"_s);
    QVERIFY(keyFile.open(QIODevice::ReadOnly));
    const QSslKey key(&keyFile, QSsl::Ec);
    QVERIFY(!key.isNull());

    FakeHttpServer server([](const Request &) { return plain("over TLS"); });
    QVERIFY(server.listen(certificates.first(), key));
    QCOMPARE(server.url().scheme(), u"https"_s);

    const Reply untrusted = get(server.url(u"/"_s));
    QVERIFY(untrusted);
    QCOMPARE(untrusted->error(), QNetworkReply::SslHandshakeFailedError);
    QCOMPARE(server.requests().size(), 0);

    QNetworkRequest request(server.url(u"/"_s));
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.setCaCertificates(certificates);
    request.setSslConfiguration(trusting);
    QNetworkAccessManager fresh; // the other one keeps the configuration it met this server with
    const Reply trusted(fresh.get(request));
    QVERIFY(wait(trusted.get()));
    QVERIFY2(trusted->error() == QNetworkReply::NoError, qPrintable(trusted->errorString()));
    QCOMPARE(trusted->readAll(), QByteArray("over TLS"));
}

TRAILGLASS_TEST(FakeHttpServerTest)
#include "tst_fakehttpserver.moc"
