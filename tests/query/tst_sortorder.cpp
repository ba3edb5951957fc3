// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/sortorder.h"
#include "tests/runner/testclass.h"

#include <QTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

class SortOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableHasTheNewestOfEqualEventsFirst_data()
    {
        QTest::addColumn<QString>("keys");
        QTest::addColumn<QString>("order");
        QTest::newRow("no key") << QString() << u"-created"_s;
        QTest::newRow("a key") << u"actor"_s << u"actor,-created"_s;
        QTest::newRow("descending") << u"-actor"_s << u"-actor,-created"_s;
        QTest::newRow("several") << u"-op,@details.count"_s << u"-op,@details.count,-created"_s;
        QTest::newRow("what is derived from a time") << u"hour"_s << u"hour,-created"_s;
        QTest::newRow("by time") << u"created"_s << u"created"_s;
        QTest::newRow("by another time") << u"actor,received"_s << u"actor,received"_s;
        QTest::newRow("by time, then a key") << u"created,actor"_s << u"created,actor"_s;
    }
    void aTableHasTheNewestOfEqualEventsFirst()
    {
        QFETCH(const QString, keys);
        QFETCH(const QString, order);
        const auto parsed = keys.isEmpty() ? Result<SortOrder>(SortOrder{}) : parseSortOrder(keys);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message));
        QCOMPARE(sortOrderText(orderOfTable(*parsed)), order);
    }

    void theDefaultIsKnown()
    {
        QVERIFY(isDefaultOrder(defaultSortOrder()));
        QVERIFY(isDefaultOrder(orderOfTable({})));
        for (const QString &keys : {u"created"_s, u"-received"_s, u"-created,actor"_s, u"actor,-created"_s})
            QVERIFY2(!isDefaultOrder(*parseSortOrder(keys)), qPrintable(keys));
        QVERIFY(!isDefaultOrder({}));
    }
};

TRAILGLASS_TEST(SortOrderTest)
#include "tst_sortorder.moc"
