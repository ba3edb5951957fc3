// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/source.h"
#include "models/sync/httppagerequest.h"
#include "tests/runner/testclass.h"
#include "tests/sync/manualclock.h"
#include "tests/sync/manualscheduler.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// A request that is never sent, since it would take a secret to another address.
class HttpPageRequestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysOnceWhyARequestIsNotSent();
    void saysNothingOnceStopped();

private:
    [[nodiscard]] std::unique_ptr<HttpPageRequest> refused();
    /// What is queued for a request, and nothing else.
    static void deliver(HttpPageRequest &request) { QCoreApplication::sendPostedEvents(&request); }

    ManualClock m_clock{"2026-11-20T12:00:00Z"};
    ManualScheduler m_scheduler;
    HttpClient m_http{m_scheduler};
};

std::unique_ptr<HttpPageRequest> HttpPageRequestTest::refused()
{
    PageRequest request;
    request.http.url = QUrl(u"https://elsewhere.example/log"_s);
    const BoundSecrets secrets{.origin = Origin::of(QUrl(u"https://app.asana.com"_s))};
    return std::make_unique<HttpPageRequest>(m_http, m_clock, *findSource(Vendor::Asana), SourceSettings(),
                                             secrets, request);
}

void HttpPageRequestTest::saysOnceWhyARequestIsNotSent()
{
    const auto request = refused();
    QList<Result<void>> ends;
    connect(request.get(), &HttpPageRequest::finished, this,
            [&ends](const Result<void> &outcome) { ends.append(outcome); });
    deliver(*request);
    deliver(*request);
    QCOMPARE(ends.size(), 1);
    QCOMPARE(ends.first().error().kind, ErrorKind::SecretDenied);
}

void HttpPageRequestTest::saysNothingOnceStopped()
{
    const auto request = refused();
    int ends = 0;
    connect(request.get(), &HttpPageRequest::finished, this, [&ends] { ++ends; });
    request->stop();
    deliver(*request);
    QCOMPARE(ends, 0);
}

TRAILGLASS_TEST(HttpPageRequestTest)
#include "tst_httppagerequest.moc"
