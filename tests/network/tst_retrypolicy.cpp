// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/network/retryafter.h"
#include "models/network/retrypolicy.h"
#include "tests/runner/testclass.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Trailglass;
using namespace std::chrono_literals;

using Milliseconds = std::chrono::milliseconds;

namespace {

constexpr std::optional<Milliseconds> Never;

} // namespace

class RetryPolicyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void repeatsOnlyWhatMayTurnOutOtherwise_data();
    void repeatsOnlyWhatMayTurnOutOtherwise();
    void spreadsTheWaits_data();
    void spreadsTheWaits();
    void givesUpAfterFiveAttempts();
    void keepsEveryWaitWithinItsBounds();
    void honoursRetryAfter_data();
    void honoursRetryAfter();
    void waitsForTheLongerOfTwoLimits();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void readsHttpDates_data();
    void readsHttpDates();
};

void RetryPolicyTest::repeatsOnlyWhatMayTurnOutOtherwise_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("repeated");

    QTest::newRow("reset") << ErrorKind::Network << true;
    QTest::newRow("time-out") << ErrorKind::Timeout << true;
    QTest::newRow("5xx, 408, 425") << ErrorKind::Server << true;
    QTest::newRow("truncated or malformed body") << ErrorKind::Malformed << true;
    QTest::newRow("429") << ErrorKind::RateLimited << true;
    QTest::newRow("400, 422") << ErrorKind::Rejected << false;
    QTest::newRow("401") << ErrorKind::Unauthorized << false;
    QTest::newRow("403") << ErrorKind::Forbidden << false;
    QTest::newRow("404") << ErrorKind::NotFound << false;
    QTest::newRow("redirect") << ErrorKind::Redirect << false;
    QTest::newRow("certificate") << ErrorKind::Tls << false;
    QTest::newRow("too large") << ErrorKind::TooLarge << false;
    QTest::newRow("a compression that is not read") << ErrorKind::Unsupported << false;
    QTest::newRow("error inside a 200") << ErrorKind::Vendor << false;
    QTest::newRow("disk full") << ErrorKind::DiskFull << false;
    QTest::newRow("cancelled") << ErrorKind::Cancelled << false;
}

void RetryPolicyTest::repeatsOnlyWhatMayTurnOutOtherwise()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const bool, repeated);
    QCOMPARE(RetryPolicy::nextDelay({.failures = 1}, {.kind = kind, .message = {}}, 0.5).has_value(),
             repeated);
}

void RetryPolicyTest::spreadsTheWaits_data()
{
    QTest::addColumn<int>("failures");
    QTest::addColumn<double>("chance");
    QTest::addColumn<Milliseconds>("expected");

    QTest::newRow("first, shortest") << 1 << 0.0 << Milliseconds(1s);
    QTest::newRow("first, middle") << 1 << 0.5 << Milliseconds(2s);
    QTest::newRow("second, shortest") << 2 << 0.0 << Milliseconds(1s);
    QTest::newRow("second, middle") << 2 << 0.5 << Milliseconds(5s);
    QTest::newRow("third, middle") << 3 << 0.5 << Milliseconds(14s);
    QTest::newRow("fourth: not over 30 s") << 4 << 0.5 << Milliseconds(15'500ms);
}

void RetryPolicyTest::spreadsTheWaits()
{
    QFETCH(const int, failures);
    QFETCH(const double, chance);
    QFETCH(const Milliseconds, expected);
    const auto delay =
        RetryPolicy::nextDelay({.failures = failures}, {.kind = ErrorKind::Server, .message = {}}, chance);
    QVERIFY(delay.has_value());
    QCOMPARE(delay->count(), expected.count());
}

void RetryPolicyTest::givesUpAfterFiveAttempts()
{
    const Error error{.kind = ErrorKind::Network, .message = {}};
    QVERIFY(RetryPolicy::nextDelay({.failures = 4}, error, 0.9).has_value());
    QVERIFY(!RetryPolicy::nextDelay({.failures = 5}, error, 0.0).has_value());
    const Error limited{.kind = ErrorKind::RateLimited, .message = {}, .retryAfter = 1s};
    QVERIFY(!RetryPolicy::nextDelay({.failures = 5}, limited, 0.0).has_value());
}

void RetryPolicyTest::keepsEveryWaitWithinItsBounds()
{
    QRandomGenerator random(20261120);
    for (int run = 0; run < 2'000; ++run) {
        RetryState state;
        for (;;) {
            ++state.failures;
            Error error{.kind = ErrorKind::Server, .message = {}};
            if (random.bounded(3) == 0) {
                error.retryAfter = Milliseconds(random.bounded(120'000));
            }
            const auto delay = RetryPolicy::nextDelay(state, error, random.generateDouble());
            if (!delay) {
                break;
            }
            QCOMPARE_GE(delay->count(), Milliseconds(1s).count());
            QCOMPARE_LE(delay->count(), Milliseconds(30s).count());
            state.waited += *delay;
        }
        QCOMPARE_LE(state.failures, 5);
        QCOMPARE_LE(state.waited.count(), Milliseconds(90s).count());
    }
}

void RetryPolicyTest::honoursRetryAfter_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Milliseconds>("request");
    QTest::addColumn<Milliseconds>("pausedBefore");
    QTest::addColumn<std::optional<Milliseconds>>("expected");

    const auto some = [](Milliseconds value) {
        return std::optional(value);
    };
    QTest::newRow("in full") << ErrorKind::RateLimited << Milliseconds(120s) << Milliseconds(0) << some(120s);
    QTest::newRow("never at once") << ErrorKind::RateLimited << Milliseconds(0) << Milliseconds(0)
                                   << some(1s);
    QTest::newRow("15 minutes") << ErrorKind::RateLimited << Milliseconds(15min) << Milliseconds(0)
                                << some(15min);
    QTest::newRow("longer") << ErrorKind::RateLimited << Milliseconds(15min + 1s) << Milliseconds(0) << Never;
    QTest::newRow("longer together") << ErrorKind::RateLimited << Milliseconds(5min) << Milliseconds(11min)
                                     << Never;
    QTest::newRow("503, within reason")
        << ErrorKind::Server << Milliseconds(20s) << Milliseconds(0) << some(20s);
    QTest::newRow("503, too long") << ErrorKind::Server << Milliseconds(1h) << Milliseconds(0) << some(30s);
    QTest::newRow("503, at once") << ErrorKind::Server << Milliseconds(0) << Milliseconds(0) << some(1s);
}

void RetryPolicyTest::honoursRetryAfter()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const Milliseconds, request);
    QFETCH(const Milliseconds, pausedBefore);
    QFETCH(const std::optional<Milliseconds>, expected);
    const Error error{.kind = kind, .message = {}, .retryAfter = request};
    const auto delay = RetryPolicy::nextDelay({.failures = 1, .paused = pausedBefore}, error, 0.0);
    QCOMPARE(delay, expected);
}

void RetryPolicyTest::waitsForTheLongerOfTwoLimits()
{
    const Error unsaid{.kind = ErrorKind::RateLimited, .message = {}};
    Error shorter = unsaid;
    shorter.retryAfter = 1s;
    Error longer = unsaid;
    longer.retryAfter = 2s;
    const Error *const inOrder[] = {&unsaid, &shorter, &longer};
    for (int left = 0; left < 3; ++left) {
        for (int right = 0; right < 3; ++right)
            QCOMPARE(&RetryPolicy::longerLimit(*inOrder[left], *inOrder[right]),
                     inOrder[std::max(left, right)]);
    }
}

void RetryPolicyTest::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<std::optional<Milliseconds>>("expected");

    const auto some = [](Milliseconds value) {
        return std::optional(value);
    };
    const QByteArray none;
    const QByteArray then = "Fri, 20 Nov 2026 09:02:00 GMT"; // the local clock says 09:00:00
    QTest::newRow("seconds") << QByteArray("120") << none << some(120s);
    QTest::newRow("spaces around") << QByteArray(" 7 ") << none << some(7s);
    QTest::newRow("zero") << QByteArray("0") << none << some(0s);
    QTest::newRow("more than fits") << QByteArray("99999999999999999999") << none << some(1'000'000'000s);
    QTest::newRow("a moment, by the local clock") << then << none << some(120s);
    QTest::newRow("a moment, by the server's clock")
        << then << QByteArray("Fri, 20 Nov 2026 09:01:50 GMT") << some(10s);
    QTest::newRow("a moment, unreadable Date") << then << QByteArray("now") << some(120s);
    QTest::newRow("a moment gone by") << QByteArray("Fri, 20 Nov 2026 08:00:00 GMT") << none << some(0s);
    QTest::newRow("absent") << none << none << Never;
    QTest::newRow("negative") << QByteArray("-5") << none << Never;
    QTest::newRow("a fraction") << QByteArray("1.5") << none << Never;
    QTest::newRow("words") << QByteArray("soon") << none << Never;
}

void RetryPolicyTest::readsRetryAfter()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, date);
    QFETCH(const std::optional<Milliseconds>, expected);
    const UtcMicros now = parseTime("2026-11-20T09:00:00Z").value();
    QCOMPARE(parseRetryAfter(header, date, now), expected);
}

void RetryPolicyTest::readsHttpDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");

    QTest::newRow("IMF") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << QByteArray("1994-11-06T08:49:37Z");
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT")
                             << QByteArray("1994-11-06T08:49:37Z");
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << QByteArray("1994-11-06T08:49:37Z");
    // Recipients are to be robust (RFC 9110 §5.6.7): the day of the week decides nothing, whatever the form.
    QTest::newRow("IMF, another weekday")
        << QByteArray("Tue, 06 Nov 1994 08:49:37 GMT") << QByteArray("1994-11-06T08:49:37Z");
    QTest::newRow("RFC 850, another weekday")
        << QByteArray("Tuesday, 06-Nov-94 08:49:37 GMT") << QByteArray("1994-11-06T08:49:37Z");
    QTest::newRow("asctime, another weekday")
        << QByteArray("Tue Nov  6 08:49:37 1994") << QByteArray("1994-11-06T08:49:37Z");
    QTest::newRow("asctime, two digits and a leap second")
        << QByteArray("Sat Dec 31 23:59:60 2016") << QByteArray("2016-12-31T23:59:59Z");
    QTest::newRow("asctime, no such day") << QByteArray("Mon Feb 30 00:00:00 2026") << QByteArray();
    QTest::newRow("a local time that daylight saving skips")
        << QByteArray("Sun, 08 Mar 2026 02:30:00 GMT") << QByteArray("2026-03-08T02:30:00Z");
    QTest::newRow("leap second") << QByteArray("Sat, 31 Dec 2016 23:59:60 GMT")
                                 << QByteArray("2016-12-31T23:59:59Z");
    QTest::newRow("no such day") << QByteArray("Mon, 30 Feb 2026 00:00:00 GMT") << QByteArray();
    QTest::newRow("no such month") << QByteArray("Mon, 01 Foo 2026 00:00:00 GMT") << QByteArray();
    QTest::newRow("a year of five digits") << QByteArray("Sun, 06 Nov 11994 08:49:37 GMT") << QByteArray();
    QTest::newRow("asctime, a year of five digits")
        << QByteArray("Sun Nov  6 08:49:37 11994") << QByteArray();
    QTest::newRow("ISO") << QByteArray("2026-11-20T09:00:00Z") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void RetryPolicyTest::readsHttpDates()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(parseHttpDate(text), parseTime(expected.toStdString()));
}

TRAILGLASS_TEST(RetryPolicyTest)
#include "tst_retrypolicy.moc"
