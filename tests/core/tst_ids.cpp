// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/core/ids.h"
#include "tests/runner/testclass.h"

#include <QtTest>

#include <type_traits>
#include <unordered_set>

using namespace Trailglass;

static_assert(!std::is_convertible_v<RowId, SourceId>);
static_assert(!std::is_convertible_v<RowId, qint64>);
static_assert(!std::is_convertible_v<qint64, RowId>);
static_assert(sizeof(RowId) == sizeof(qint64));

class IdsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zeroIsNone();
    void orderLikeTheirNumbers();
    void areKeysOfHashes();
};

void IdsTest::zeroIsNone()
{
    QVERIFY(!RowId());
    QVERIFY(bool(RowId{1}));
}

void IdsTest::orderLikeTheirNumbers()
{
    QVERIFY(RowId{1} < RowId{2});
    QVERIFY(RowId{2} == RowId{2});
    QVERIFY(RowId{2} != RowId{3});
}

void IdsTest::areKeysOfHashes()
{
    const std::unordered_set<SourceId> ids{{1}, {2}, {1}};
    QCOMPARE(ids.size(), std::size_t(2));
    QVERIFY(ids.contains(SourceId{2}));
}

TRAILGLASS_TEST(IdsTest)
#include "tst_ids.moc"
