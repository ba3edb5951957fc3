// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/archive/writtenfilter.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// What of a filter is left to the client, and what is refused.
class OpenFilterSqlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesRegexesToTheClient_data();
    void leavesRegexesToTheClient();
    void usesWhatTheClientHasEvaluated();
    void listsARegexOnce();
    void refuses_data();
    void refuses();
    void refusesABrokenRegex();
    void namesWhatItCannotEvaluate();
};

void OpenFilterSqlTest::leavesRegexesToTheClient_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<int>("open");
    const QString op = u"lower(`op`) = 'create'"_s;
    QTest::newRow("alone") << u"action:/(?=a)/"_s << u"1"_s << 1;
    QTest::newRow("what else must hold stays") << u"op:create action:/(?=a)/"_s << op << 1;
    QTest::newRow("also in parentheses")
        << u"action:/(?=a)/ (op:create id:=1)"_s << u"(%1 AND `id` = '1')"_s.arg(op) << 1;
    QTest::newRow("an alternative does not hold") << u"op:create OR action:/(?=a)/"_s << u"1"_s << 1;
    QTest::newRow("nor does a negation") << u"op:create -action:/(?=a)/"_s << op << 1;
    QTest::newRow("beside another value") << u"action:a,/(?=a)/"_s << u"1"_s << 1;
    QTest::newRow("at a path") << u"@n:/(?=a)/"_s << u"1"_s << 1;
    QTest::newRow("two") << u"action:/(?=a)/ actor:/(?=a)/"_s << u"1"_s << 2;
    QTest::newRow("none") << u"action:/a/ op:create"_s
                          << u"((`action` != '' AND match(`action`, 'a')) AND %1)"_s.arg(op) << 0;
}

void OpenFilterSqlTest::leavesRegexesToTheClient()
{
    QFETCH(const QString, expression);
    QFETCH(const QString, condition);
    QFETCH(const int, open);

    const auto sql = filterSql(treeOf(expression), contextIn("UTC"));

    QVERIFY(sql.hasValue());
    QCOMPARE(sqlOf(sql->condition), condition);
    QCOMPARE(sql->open.size(), static_cast<std::size_t>(open));
}

void OpenFilterSqlTest::usesWhatTheClientHasEvaluated()
{
    const auto tree = treeOf(u"-action:/(?=a)/ @n:/(?=1)/"_s);
    FilterSqlContext context = contextIn("UTC");
    const auto first = filterSql(tree, context);
    QVERIFY(first.hasValue());
    QCOMPARE(first->open.size(), std::size_t(2));
    context.evaluated = {{first->open[0], {"ab", "a'"}}, {first->open[1], {}}};

    const auto sql = filterSql(tree, context);

    QVERIFY(sql.hasValue());
    QVERIFY(sql->open.empty());
    QCOMPARE(sqlOf(sql->condition), u"(NOT (`action` IN ('ab', 'a\\'')) AND 0)"_s);
}

void OpenFilterSqlTest::listsARegexOnce()
{
    const auto sql =
        filterSql(treeOf(u"action:/(?=a)/ OR -action:/(?=a)/ OR action:/(?=a)/i"_s), contextIn("UTC"));

    QVERIFY(sql.hasValue());
    QCOMPARE(sql->open.size(), std::size_t(2));
    QCOMPARE(sql->open.front().regex.pattern, std::string("(?=a)"));
    QVERIFY(!sql->open.front().regex.ignoreCase);
    QVERIFY(sql->open.back().regex.ignoreCase);
}

void OpenFilterSqlTest::refuses_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("a preset by its name") << u"preset:a"_s << QByteArray("UTC");
    QTest::newRow("an unknown zone") << u"created:2026"_s << QByteArray("Europe/Atlantis");
    QTest::newRow("an unknown zone of hours") << u"hour:5"_s << QByteArray("Europe/Atlantis");
    QTest::newRow("a range that ends before it starts now")
        << u"created:2026-12-01..now"_s << QByteArray("UTC");
    QTest::newRow("the same at a path") << u"@at:2026-12-01..now"_s << QByteArray("UTC");
    for (const char *field : {"id", "target", "target.id", "target.name", "correlation", "message", "raw"})
        QTest::addRow("a regular expression with obstacles on %s", field)
            << QString::fromLatin1(field) + u":/(?=a)/"_s << QByteArray("UTC");
}

void OpenFilterSqlTest::refuses()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);

    const auto sql = filterSql(treeOf(expression), contextIn(zone));

    QVERIFY(!sql.hasValue());
    QCOMPARE(sql.error().kind, ErrorKind::Usage);
    QVERIFY(!sql.error().message.isEmpty());
}

/// Which no parser would give.
void OpenFilterSqlTest::refusesABrokenRegex()
{
    const Filter::JsonPath path{{{Filter::PathStep::Kind::Member, "n"}}};
    for (const Filter::FieldReference &field :
         {Filter::FieldReference(Field::Action), Filter::FieldReference(path)}) {
        const auto tree = Filter::makeNode(
            Filter::Term{field, Filter::Comparison::Matches, {Filter::RegexValue{"(", false}}});

        const auto sql = filterSql(tree, contextIn("UTC"));

        QVERIFY(!sql.hasValue());
        QCOMPARE(sql.error().kind, ErrorKind::Usage);
    }
}

void OpenFilterSqlTest::namesWhatItCannotEvaluate()
{
    QCOMPARE(written(u"message:/(a)\\1/"_s),
             u"An archive cannot search in message with the regular expression “(a)\\1”. It refers to what "
             u"an earlier "
             "group has matched. Use a simpler one, or a text with wildcards."_s);
}

TRAILGLASS_TEST(OpenFilterSqlTest)
#include "tst_openfiltersql.moc"
