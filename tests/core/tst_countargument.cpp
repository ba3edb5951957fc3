// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/countargument.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;

class CountArgumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCountThatIsTooLargeIsTheGreatest_data();
    void aCountThatIsTooLargeIsTheGreatest();
};

void CountArgumentTest::aCountThatIsTooLargeIsTheGreatest_data()
{
    constexpr int Greatest = std::numeric_limits<int>::max();
    QTest::addColumn<qint64>("count");
    QTest::addColumn<int>("argument");
    QTest::newRow("none") << qint64(0) << 0;
    QTest::newRow("the greatest") << qint64(Greatest) << Greatest;
    QTest::newRow("one more") << qint64(Greatest) + 1 << Greatest;
    QTest::newRow("the greatest of all") << std::numeric_limits<qint64>::max() << Greatest;
}

void CountArgumentTest::aCountThatIsTooLargeIsTheGreatest()
{
    QFETCH(const qint64, count);
    QFETCH(const int, argument);
    QCOMPARE(countArgument(count), argument);
}

TRAILGLASS_TEST(CountArgumentTest)
#include "tst_countargument.moc"
