// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/result.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <memory>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void holdsWhatCanOnlyBeMoved();
    void movesAReturnedValueOnce();
    void tellsAValueFromAnErrorOfTheSameText();
    void givesTheValueAwayWhenItEnds();
    void canBeChangedInPlace();
    void voidIsSuccessUntilAnErrorIsGiven();
    void isPassedOnByTry();
    void isTriedWithoutACopy();
    void handsOnAnErrorWithoutACopy();
};

namespace {

Result<QByteArray> lengthened(const Result<QByteArray> &first, const Result<void> &second)
{
    TRY(QByteArray text, first);
    TRY(second);
    return text.append('+');
}

/// Compiles only where nothing is copied.
Result<int> numberIn(const Result<std::unique_ptr<int>> &held)
{
    TRY(held);
    return **held;
}

struct Counted
{
    Counted() = default;
    Counted(Counted &&other) noexcept
        : moves(other.moves + 1)
    {
    }

    int moves = 0;
};

Result<Counted> returnedByName()
{
    Counted counted;
    return counted;
}

} // namespace

void ResultTest::holdsAValue()
{
    const Result<int> result = 42;
    QVERIFY(result.hasValue());
    QVERIFY(bool(result));
    QCOMPARE(*result, 42);
    QCOMPARE(result.value(), 42);
}

void ResultTest::holdsAnError()
{
    const Result<int> result =
        Error{ErrorKind::RateLimited, u"Wait."_s, u"429"_s, 429, std::chrono::seconds(30)};
    QVERIFY(!result.hasValue());
    QVERIFY(!bool(result));
    QCOMPARE(result.error().kind, ErrorKind::RateLimited);
    QCOMPARE(result.error().message, u"Wait."_s);
    QCOMPARE(result.error().httpStatus.value_or(0), 429);
    QCOMPARE(result.error().retryAfter.value_or(std::chrono::milliseconds(0)).count(), 30'000);
}

void ResultTest::holdsWhatCanOnlyBeMoved()
{
    Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
    const std::unique_ptr<int> taken = std::move(result).value();
    QCOMPARE(*taken, 7);
}

void ResultTest::movesAReturnedValueOnce()
{
    const Result<Counted> result = returnedByName();
    QCOMPARE(result->moves, 1);
}

void ResultTest::tellsAValueFromAnErrorOfTheSameText()
{
    const Result<QString> value = u"no"_s;
    const Result<QString> error = Error{ErrorKind::Usage, u"no"_s};
    QVERIFY(value.hasValue());
    QVERIFY(!error.hasValue());
}

void ResultTest::givesTheValueAwayWhenItEnds()
{
    const auto make = []() -> Result<QByteArray> {
        return QByteArray("text");
    };
    const QByteArray taken = *make();
    QCOMPARE(taken, QByteArray("text"));
}

void ResultTest::canBeChangedInPlace()
{
    Result<QByteArray> result = QByteArray("a");
    result->append('b');
    *result += 'c';
    QCOMPARE(result->size(), 3);
    QCOMPARE(result.value(), QByteArray("abc"));
}

void ResultTest::voidIsSuccessUntilAnErrorIsGiven()
{
    const Result<void> success;
    QVERIFY(success.hasValue());
    QVERIFY(bool(success));

    const Result<void> failure = Error{ErrorKind::DiskFull, u"Make room."_s};
    QVERIFY(!failure.hasValue());
    QCOMPARE(failure.error().kind, ErrorKind::DiskFull);
}

void ResultTest::isPassedOnByTry()
{
    const Error error{ErrorKind::Locked, u"Wait."_s};
    QCOMPARE(*lengthened(QByteArray("a"), {}), QByteArray("a+"));
    QCOMPARE(lengthened(error, {}).error().message, u"Wait."_s);
    QCOMPARE(lengthened(QByteArray("a"), error).error().kind, ErrorKind::Locked);
}

void ResultTest::isTriedWithoutACopy()
{
    const Result<std::unique_ptr<int>> held = std::make_unique<int>(7);
    QCOMPARE(*numberIn(held), 7);
    QCOMPARE(numberIn(Error{ErrorKind::Locked, u"Wait."_s}).error().kind, ErrorKind::Locked);
}

void ResultTest::handsOnAnErrorWithoutACopy()
{
    const Result<QByteArray> failed = Error{ErrorKind::Locked, u"Wait."_s};
    const Result<void> failedToo = Error{ErrorKind::Locked, u"Wait."_s};
    const Result<QByteArray> copy = failed;
    QCOMPARE(&copy.error(), &failed.error());
    QCOMPARE(&lengthened(failed, {}).error(), &failed.error());
    QCOMPARE(&lengthened(QByteArray("a"), failedToo).error(), &failedToo.error());
}

TRAILGLASS_TEST(ResultTest)
#include "tst_result.moc"
