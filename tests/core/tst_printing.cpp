// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

namespace {

struct Unprintable
{
};

template <class T>
QByteArray printed(const T &value)
{
    const QScopedArrayPointer<char> text(QTest::toString(value));
    return text ? QByteArray(text.data()) : QByteArray("<null>");
}

const Error Missing{ErrorKind::NotFound, u"There is none."_s};

} // namespace

/// What a failed comparison says about the project's values.
class PrintingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsTimes()
    {
        const UtcMicros time{1'000'000};
        QCOMPARE(printed(time), "1970-01-01T00:00:01.000000Z");
        QCOMPARE(printed(TimeWindow{time, {}}), "[1970-01-01T00:00:01.000000Z, unbounded)");
    }

    void printsIds()
    {
        QCOMPARE(printed(RowId{42}), "42");
        QCOMPARE(printed(SourceId{7}), "7");
    }

    void printsNamesOfEnumerations()
    {
        QCOMPARE(printed(Field::Actor), "actor");
        QCOMPARE(printed(Operation::Grant), "grant");
        QCOMPARE(printed(Outcome::Failure), "failure");
        QCOMPARE(printed(Vendor::Nected), "nected");
        QCOMPARE(printed(ErrorKind::RateLimited), "rate_limited");
    }

    void printsErrorsAndResults()
    {
        QCOMPARE(printed(Missing), "error not_found: There is none.");
        QCOMPARE(printed(Result<RowId>(RowId{3})), "3");
        QCOMPARE(printed(Result<RowId>(Missing)), "error not_found: There is none.");
        QCOMPARE(printed(Result<void>()), "success");
        QCOMPARE(printed(Result<void>(Missing)), "error not_found: There is none.");
        QCOMPARE(printed(Result<Unprintable>(Unprintable())), "a value");
    }

    void printsOptionals()
    {
        QCOMPARE(printed(std::optional(Field::Ip)), "ip");
        QCOMPARE(printed(std::optional<Field>()), "nothing");
    }

    void printsTextsAsTheyAre() { QCOMPARE(printed(std::string("Zoë")), "\"Zo\\u00EB\""); }

    void printsListsOfThem() { QCOMPARE(printed(std::vector{RowId{1}, RowId{2}}), "std::vector(1, 2)"); }
};

TRAILGLASS_PURE_TEST(PrintingTest)
#include "tst_printing.moc"
