// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"
#include "tests/support/fakehttpserver.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Trailglass;
using namespace Trailglass::Support;

/// What FakeHttpServer does wrong when a Response asks for it.
class MisbehaviourTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void delaysBeforeAndWithinTheBody();
    void misbehaves_data();
    void misbehaves();
    void resetsInTheMiddleOfTheHead();
    void hangsUntilTheClientGivesUp();
    void claimsAnotherLength_data();
    void claimsAnotherLength();
    void sendsARedirect();
    void closesAsACrashWould();

private:
    using Reply = std::unique_ptr<QNetworkReply>;
    [[nodiscard]] Reply get(const QUrl &url);

    QNetworkAccessManager m_network;
};

namespace {

const QByteArray Text = QByteArray("0123456789abcdef").repeated(40);

Response plain(const QByteArray &body)
{
    return {.headers = {{"Content-Type", "text/plain"}}, .body = body};
}

struct RawReply
{
    QByteArray bytes;
    int error = 0; ///< errno where the connection broke, 0 for an orderly end
};

/// Talks through the system's own calls: QTcpSocket calls a reset and an orderly end by the same name.
RawReply talkRaw(quint16 port, const QByteArray &bytes)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    RawReply reply;
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0
        || ::send(fd, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL) != bytes.size()) {
        reply.error = errno;
    } else {
        std::array<char, 4096> buffer{};
        const bool ended = QTest::qWaitFor([&] {
            const ssize_t count = ::recv(fd, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (count > 0)
                reply.bytes.append(buffer.data(), count);
            else if (count < 0 && errno != EAGAIN)
                reply.error = errno;
            return count == 0 || reply.error != 0;
        });
        if (!ended)
            reply.error = ETIMEDOUT;
    }
    ::close(fd);
    return reply;
}

bool wait(QNetworkReply *reply)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    return reply->isFinished() || finished.wait(5000);
}

} // namespace

void MisbehaviourTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

MisbehaviourTest::Reply MisbehaviourTest::get(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    Reply reply(m_network.get(request));
    return wait(reply.get()) ? std::move(reply) : nullptr;
}

void MisbehaviourTest::delaysBeforeAndWithinTheBody()
{
    FakeHttpServer server([](const Request &) {
        Response response = plain(Text.first(30));
        response.delay = 30ms;
        response.pieceSize = 10;
        response.pieceDelay = 20ms;
        return response;
    });
    QVERIFY(server.listen());
    QElapsedTimer timer;
    timer.start();
    const Reply reply = get(server.url(u"/"_s));
    QVERIFY(reply);
    QCOMPARE(reply->readAll(), Text.first(30));
    QVERIFY2(timer.elapsed() >= 65, "30 ms before the first piece and 20 ms before each of the two others");
}

void MisbehaviourTest::misbehaves_data()
{
    QTest::addColumn<int>("ending");
    QTest::addColumn<int>("framing");
    QTest::addColumn<qint64>("bytes");
    QTest::newRow("dropped before the head")
        << int(Ending::Drop) << int(Framing::ContentLength) << qint64(-1);
    QTest::newRow("dropped after the head") << int(Ending::Drop) << int(Framing::ContentLength) << qint64(0);
    QTest::newRow("truncated") << int(Ending::Drop) << int(Framing::ContentLength) << qint64(100);
    QTest::newRow("truncated, chunked") << int(Ending::Drop) << int(Framing::Chunked) << qint64(100);
    QTest::newRow("reset before the head") << int(Ending::Reset) << int(Framing::ContentLength) << qint64(-1);
    QTest::newRow("reset within the body")
        << int(Ending::Reset) << int(Framing::ContentLength) << qint64(100);
}

void MisbehaviourTest::misbehaves()
{
    QFETCH(int, ending);
    QFETCH(int, framing);
    QFETCH(qint64, bytes);
    FakeHttpServer server([ending, framing, bytes](const Request &) {
        Response response = plain(Text);
        response.framing = static_cast<Framing>(framing);
        response.ending = static_cast<Ending>(ending);
        response.bytesBeforeEnding = bytes;
        return response;
    });
    QVERIFY(server.listen());
    const RawReply reply = talkRaw(server.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(reply.bytes.isEmpty(), bytes < 0);
    if (bytes >= 0 && framing == int(Framing::ContentLength))
        QVERIFY(reply.bytes.endsWith(QByteArray("\r\n\r\n" + Text.first(bytes))));
    if (framing == int(Framing::Chunked))
        QVERIFY(reply.bytes.endsWith(QByteArray("\r\n64\r\n" + Text.first(100) + "\r\n")));
    QCOMPARE(reply.error, static_cast<Ending>(ending) == Ending::Reset ? ECONNRESET : 0);
}

void MisbehaviourTest::resetsInTheMiddleOfTheHead()
{
    FakeHttpServer server([](const Request &) {
        Response response = plain(Text);
        response.ending = Ending::Reset;
        response.endsInHead = true;
        return response;
    });
    QVERIFY(server.listen());
    const RawReply reply = talkRaw(server.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QVERIFY(reply.bytes.startsWith("HTTP/1.1 200 "));
    QVERIFY(!reply.bytes.contains("\r\n\r\n"));
    QCOMPARE(reply.error, ECONNRESET);
}

void MisbehaviourTest::hangsUntilTheClientGivesUp()
{
    FakeHttpServer server([](const Request &) {
        Response response = plain(Text);
        response.ending = Ending::Hang;
        response.bytesBeforeEnding = 5;
        return response;
    });
    QVERIFY(server.listen());
    QNetworkRequest request(server.url(u"/"_s));
    request.setTransferTimeout(100);
    const Reply reply(m_network.get(request));
    QByteArray received;
    connect(reply.get(), &QNetworkReply::readyRead, this, [&] { received += reply->readAll(); });
    QVERIFY(wait(reply.get()));
    QCOMPARE(reply->error(), QNetworkReply::OperationCanceledError);
    QCOMPARE(received, Text.first(5));
}

void MisbehaviourTest::claimsAnotherLength_data()
{
    QTest::addColumn<qint64>("claimed");
    QTest::addColumn<bool>("complete");
    QTest::newRow("more than there is") << qint64(Text.size() + 10) << false;
    QTest::newRow("less than there is") << qint64(10) << true;
}

void MisbehaviourTest::claimsAnotherLength()
{
    QFETCH(qint64, claimed);
    QFETCH(bool, complete);
    FakeHttpServer server([claimed](const Request &) {
        Response response = plain(Text);
        response.claimedLength = claimed;
        return response;
    });
    QVERIFY(server.listen());
    const Reply reply = get(server.url(u"/"_s));
    QVERIFY(reply);
    QCOMPARE(reply->error() == QNetworkReply::NoError, complete);
    QCOMPARE(reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(), claimed);
}

void MisbehaviourTest::sendsARedirect()
{
    FakeHttpServer server(
        [](const Request &) { return Response::redirect("https://elsewhere.invalid/", 307); });
    QVERIFY(server.listen());
    const Reply reply = get(server.url(u"/"_s));
    QVERIFY(reply);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 307);
    QCOMPARE(reply->rawHeader("Location"), QByteArray("https://elsewhere.invalid/"));
}

void MisbehaviourTest::closesAsACrashWould()
{
    FakeHttpServer server([](const Request &) {
        Response response = plain(Text);
        response.ending = Ending::Hang;
        return response;
    });
    QVERIFY(server.listen());
    const quint16 port = server.port();
    const Reply reply(m_network.get(QNetworkRequest(server.url(u"/"_s))));
    QTRY_COMPARE(server.requests().size(), 1);
    server.close();
    QVERIFY(wait(reply.get()));
    QVERIFY(reply->error() != QNetworkReply::NoError);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
}

TRAILGLASS_TEST(MisbehaviourTest)
#include "tst_misbehaviour.moc"
