// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/filtersql.h"
#include "models/filter/filter.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;

/// What belongs to a workspace is refused by an archive, wherever it stands in a filter.
class ArchiveReviewsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesReviewsMarksAndNotes_data();
    void refusesReviewsMarksAndNotes();
};

void ArchiveReviewsTest::refusesReviewsMarksAndNotes_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("named");
    const auto row = [](const QString &expression, const QString &named) {
        QTest::newRow(qPrintable(expression)) << expression << named;
    };
    row(u"is:new"_s, u"“is”"_s);
    row(u"-is:marked,noted"_s, u"“is”"_s);
    row(u"mark:red"_s, u"“mark”"_s);
    row(u"outcome:failure (x OR -(y note:~ask))"_s, u"“note”"_s);
    row(u"@note:x is"_s, {}); // a path of the JSON and a word are none
    row(u"actor:mark \"note:x\""_s, {});
}

void ArchiveReviewsTest::refusesReviewsMarksAndNotes()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, named);
    const auto parsed = Filter::parse(expression);
    const auto *tree = std::get_if<Filter::NodePointer>(&parsed);
    QVERIFY(tree);
    FilterSqlContext context;
    context.query.now = *parseTime("2026-11-20T12:00:00Z");
    context.events = {parseTime("2026-01-01T00:00:00Z"), parseTime("2027-01-01T00:00:00Z")};
    const auto sql = filterSql(*tree, context);
    QCOMPARE(sql.hasValue(), named.isEmpty());
    if (sql)
        return;
    QCOMPARE(sql.error().kind, ErrorKind::Usage);
    QVERIFY2(sql.error().message.contains(u"belong to a workspace"), qPrintable(sql.error().message));
    QVERIFY2(sql.error().message.contains(named), qPrintable(sql.error().message));
}

TRAILGLASS_TEST(ArchiveReviewsTest)
#include "tst_archivereviews.moc"
