// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changerows.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const EventChanges> changesIn(const QByteArray &raw)
{
    return std::make_shared<const EventChanges>(
        findChanges(std::make_shared<const std::string>(raw.toStdString())));
}

QString drawn(const std::vector<ShownTextRun> &runs)
{
    QString text;
    for (const ShownTextRun &run : runs)
        text += run.isChanged ? u'{' + run.text + u'}' : run.text;
    return text;
}

/// `+  name | before | after`, two spaces a level.
QStringList drawn(const ChangeRows &rows)
{
    static const QHash<int, QChar> Signs{{0, u'#'}, {1, u'/'}, {2, u'='}, {3, u'~'},
                                         {4, u'-'}, {5, u'+'}, {6, u'.'}, {7, u'?'}};
    QStringList lines;
    for (const ChangeRow &row : rows.rows) {
        QString line =
            Signs.value(static_cast<int>(row.kind)) + QString(2 * row.level, u' ') + u' ' + row.name;
        if (row.skipped > 0)
            line += QString::number(row.skipped);
        if (!row.before.empty() || !row.after.empty())
            line += u" | "_s + drawn(row.before) + u" | "_s + drawn(row.after);
        lines += line;
    }
    return lines;
}

} // namespace

class ChangeRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void laysChangesOut_data();
    void laysChangesOut();
    void putsSidesAboveOneAnother();
    void cutsHugeValuesButNotWhatTheyAre();
    void showsAsManyRowsAsRequested();
    void showsAsManyCharactersAsRequested();
    void keepsNoHugeNameForEachRow();
    void showsControlsAsTokens();
};

void ChangeRowsTest::laysChangesOut_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("a scalar") << QByteArray(R"({"details":{"old_value":"member","new_value":"admin"}})")
                              << QStringList{u"# details"_s, u"~  | {member} | {admin}"_s};
    QTest::newRow("the same") << QByteArray(R"({"details":{"old_value":"public","new_value":"public"}})")
                              << QStringList{u"# details"_s, u"=  | public | public"_s};
    QTest::newRow("null and empty") << QByteArray(R"({"old":null,"new":""})")
                                    << QStringList{u"# "_s, uR"(~  | {null} | {""})"_s};
    QTest::newRow("a number and its text")
        << QByteArray(R"({"old":1,"new":"1"})") << QStringList{u"# "_s, uR"(~  | {1} | {"1"})"_s};
    QTest::newRow("texts that look like other values")
        << QByteArray(R"({"old":{},"new":{"a":"null","b":"12","c":"12 px","d":"true story"}})")
        << QStringList{u"# "_s, uR"(+ a |  | {"null"})"_s, uR"(+ b |  | {"12"})"_s, u"+ c |  | {12 px}"_s,
                       u"+ d |  | {true story}"_s};
    QTest::newRow("a member without a name") << QByteArray(R"({"old":{"":1},"new":{"":{"x":2}}})")
                                             << QStringList{u"# "_s, uR"(~ "" | {1} | {{"x":2}})"_s};
    QTest::newRow("in a member without a name") << QByteArray(R"({"old":{"":{"x":1}},"new":{"":{"x":2}}})")
                                                << QStringList{u"# "_s, uR"(/ "")"_s, u"~   x | {1} | {2}"_s};
    QTest::newRow("members") << QByteArray(
        R"({"prev":{"a":1,"b":{"c":1,"d":2},"e":3},"current":{"a":1,"b":{"c":1,"d":3},"f":[4]}})")
                             << QStringList{u"# "_s,    u"/ b"_s,          u"~   d | {2} | {3}"_s,
                                            u".   1"_s, u"- e | {3} | "_s, u"+ f |  | {[4]}"_s,
                                            u". 1"_s};
    QTest::newRow("lines")
        << QByteArray(R"({"old":"a\nb\nc\nd\ne\nf","new":"a\nb\nc\nd\nE f\nf"})")
        << QStringList{u"# "_s,        u". 2"_s, u"=  | c | c"_s, u"=  | d | d"_s, u"~  | {e} | {E f}"_s,
                       u"=  | f | f"_s};
    QTest::newRow("elements") << QByteArray(R"({"old":["a","b"],"new":["a","x","b"]})")
                              << QStringList{u"# "_s, u"+ [1] |  | {x}"_s, u". 2"_s};
}

void ChangeRowsTest::laysChangesOut()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QStringList, rows);
    const auto changes = changesIn(raw);
    QCOMPARE(drawn(changeRows(*changes, {})), rows);
}

void ChangeRowsTest::putsSidesAboveOneAnother()
{
    const auto changes =
        changesIn(R"({"prev":{"a":1,"role":"a Viewer"},"current":{"a":1,"role":"an Admin"}})");
    QCOMPARE(drawn(changeRows(*changes, {.isInline = true, .withSame = true})),
             (QStringList{u"# "_s, u"= a | 1 | 1"_s, u"- role | {a Viewer} | "_s, u"+  |  | {an Admin}"_s}));
}

void ChangeRowsTest::cutsHugeValuesButNotWhatTheyAre()
{
    const QByteArray same(100'000, 's');
    const QByteArray changed(100'000, 'c');
    const auto changes = changesIn(R"({"old":")" + same + R"( x","new":")" + same + ' ' + changed + R"("})");
    const ChangeRows rows = changeRows(*changes, {});
    const ChangeRow &row = rows.rows.back();
    QVERIFY(row.isCut);
    QCOMPARE_LT(drawn(row.before).size(), 300);
    QVERIFY(drawn(row.before).endsWith(u"{x}"_s));
    QCOMPARE_LT(drawn(row.after).size(), 2'000);
    QCOMPARE(row.value->after.text().size(), std::size_t(200'001));
    QCOMPARE(row.value->before.text(), same.toStdString() + " x");
}

void ChangeRowsTest::showsAsManyRowsAsRequested()
{
    QByteArray old = "{";
    for (int i = 0; i < 1'000; ++i)
        old += "\"k" + QByteArray::number(i) + "\":0,";
    QByteArray changed = old;
    changed.replace(":0", ":1");
    const auto changes = changesIn("{\"old\":" + old + "\"z\":0},\"new\":" + changed + "\"z\":0}}");
    const ChangeRows some = changeRows(*changes, {.maxRows = 10});
    QCOMPARE(some.rows.size(), std::size_t(10));
    QVERIFY(some.isCut);
    const ChangeRows all = changeRows(*changes, {.maxRows = 10'000});
    QCOMPARE(all.rows.size(), std::size_t(1'002));
    QVERIFY(!all.isCut);
}

void ChangeRowsTest::showsAsManyCharactersAsRequested()
{
    QByteArray members;
    for (int i = 0; i < 100; ++i)
        members += (i > 0 ? ",\"k" : "\"k") + QByteArray::number(i) + "\":\"" + QByteArray(500, 'x') + '"';
    const auto changes = changesIn("{\"old\":{},\"new\":{" + members + "}}");
    const ChangeRows some = changeRows(*changes, {.maxCharacters = 5'000});
    QVERIFY(some.isCut);
    QCOMPARE_LT(some.rows.size(), std::size_t(15));
    QCOMPARE_GT(some.rows.size(), std::size_t(8));
    QVERIFY(!changeRows(*changes, {}).isCut);
}

void ChangeRowsTest::keepsNoHugeNameForEachRow()
{
    QByteArray before;
    for (int i = 0; i < 400; ++i)
        before += (i > 0 ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
    QByteArray after = before;
    after.replace(":1", ":2");
    const QByteArray name(1'000'000, 'n');
    const auto changes =
        changesIn("{\"old\":{\"" + name + "\":{" + before + "}},\"new\":{\"" + name + "\":{" + after + "}}}");

    const ChangeRows rows = changeRows(*changes, {});

    QCOMPARE(rows.rows.size(), std::size_t(2)); // all of it in one row
    QVERIFY(rows.rows.back().isCut);
    QCOMPARE(rows.rows.back().value->after.text(), '{' + after.toStdString() + '}');
}

void ChangeRowsTest::showsControlsAsTokens()
{
    const auto changes = changesIn("{\"\u202Eold\":1,\"old\":\"\u202Ea\",\"new\":\"\\u0000\"}");
    const ChangeRows rows = changeRows(*changes, {});
    QCOMPARE(drawn(rows).last(), u"~  | {<U+202E>a} | {<U+0000>}"_s);
}

TRAILGLASS_PURE_TEST(ChangeRowsTest)

#include "tst_changerows.moc"
