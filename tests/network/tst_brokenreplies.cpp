// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/httpjob.h"
#include "models/network/timerscheduler.h"
#include "tests/network/recordingsink.h"
#include "tests/runner/testclass.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// Replies that Qt calls complete although the connection broke.
///
/// Qt 6.4 does so where a reset comes between its last read and its notice of it. No server can cause that each time, so the
/// replies are made here. tst_httpclient.cpp tests responses of a real server.
class BrokenRepliesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAsTheServerMeantIt_data();
    void endsAsTheServerMeantIt();
};

namespace {

using Headers = QList<QNetworkReply::RawHeaderPair>;

/// Has all its bytes at once, and ends without an error.
class EndedReply final : public QNetworkReply
{
public:
    EndedReply(const QNetworkRequest &request, int status, const Headers &headers, QByteArray body)
        : m_body(std::move(body))
    {
        setRequest(request);
        setUrl(request.url());
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
        for (const RawHeaderPair &header : headers)
            setRawHeader(header.first, header.second);
        open(ReadOnly);
        QMetaObject::invokeMethod(
            this,
            [this] {
                setFinished(true);
                Q_EMIT metaDataChanged();
                Q_EMIT readyRead();
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }

    void abort() override { }
    [[nodiscard]] qint64 bytesAvailable() const override
    {
        return m_body.size() + QNetworkReply::bytesAvailable();
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_body.size());
        std::copy_n(m_body.cbegin(), count, data);
        m_body.remove(0, count);
        return count;
    }

private:
    QByteArray m_body;
};

class EndingNetwork final : public QNetworkAccessManager
{
public:
    EndingNetwork(int status, Headers headers, QByteArray body)
        : m_status(status)
        , m_headers(std::move(headers))
        , m_body(std::move(body))
    {
    }

protected:
    QNetworkReply *createRequest(Operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new EndedReply(request, m_status, m_headers, m_body);
    }

private:
    const int m_status;
    const Headers m_headers;
    const QByteArray m_body;
};

} // namespace

void BrokenRepliesTest::endsAsTheServerMeantIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("isWhole");
    const auto length = [](const char *text) {
        return Headers{{"Content-Length", text}};
    };
    QTest::newRow("all of it") << 200 << length("4") << QByteArray("[12]") << true;
    QTest::newRow("a byte less") << 200 << length("5") << QByteArray("[12]") << false;
    QTest::newRow("JSON that a cut leaves whole") << 200 << length("3") << QByteArray("12") << false;
    QTest::newRow("nothing of it") << 200 << length("4") << QByteArray() << false;
    QTest::newRow("nothing, as said") << 200 << length("0") << QByteArray() << true;
    QTest::newRow("no length") << 200 << Headers{{"Server", "a"}} << QByteArray("[12]") << true;
    QTest::newRow("a length that is none") << 200 << length("many") << QByteArray("[12]") << true;
    // RFC 9112, 6.3: what follows is no part of the length, or there is no body whatever the length.
    QTest::newRow("chunks have no length")
        << 200 << Headers{{"Content-Length", "9"}, {"Transfer-Encoding", "chunked"}} << QByteArray("[12]")
        << true;
    QTest::newRow("204 has no body") << 204 << length("9") << QByteArray() << true;
    QTest::newRow("a refusal counts as one, even cut") << 503 << length("9") << QByteArray("busy") << true;
}

void BrokenRepliesTest::endsAsTheServerMeantIt()
{
    QFETCH(const int, status);
    QFETCH(const Headers, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const bool, isWhole);
    EndingNetwork network(status, headers, body);
    TimerScheduler scheduler;
    RecordingSink sink;
    const HttpRequest request{.url = QUrl(u"https://vendor.invalid/"_s), .headers = {}, .body = {}};
    HttpJob job(network, scheduler, request, {}, sink);
    QTRY_COMPARE(sink.ends, 1);
    QCOMPARE(sink.response->hasValue(), isWhole);
    if (isWhole)
        QCOMPARE((*sink.response)->status, status);
    else
        QVERIFY(sink.failedWith(ErrorKind::Network));
}

TRAILGLASS_TEST(BrokenRepliesTest)
#include "tst_brokenreplies.moc"
