// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/changedvalues.h"
#include "models/core/text.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

EventChanges changesIn(const QByteArray &raw)
{
    return findChanges(std::make_shared<const std::string>(raw.toStdString()));
}

QString stepsTo(const ChangedValue &changed)
{
    QString text;
    for (const InnerStep &step : changed.inside)
        text +=
            step.isElement ? u"[%1→%2]"_s.arg(step.before).arg(step.after) : u'/' + toQString(step.member);
    return text;
}

/// `~ subject/steps: before → after`
QStringList described(const EventChanges &changes)
{
    static const QHash<int, QChar> Signs{{0, u'='}, {1, u'~'}, {2, u'-'}, {3, u'+'}, {4, u'?'}};
    QStringList lines;
    visitChangedValues(changes, [&lines](const ChangedValue &changed) {
        const QString before = changed.hasBefore() ? toQString(changed.value->before.token) : u"none"_s;
        const QString after = changed.hasAfter() ? toQString(changed.value->after.token) : u"none"_s;
        lines +=
            u"%1 %2%3: %4 → %5"_s.arg(QString(Signs.value(static_cast<int>(changed.kind))),
                                      toQString(changed.change->subject), stepsTo(changed), before, after);
    });
    return lines;
}

} // namespace

class ChangedValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visitsWhatDiffers_data();
    void visitsWhatDiffers();
    void visitsAllOfManyMembers();
    void writesNoHugePlaceForEachValue();
};

void ChangedValuesTest::visitsWhatDiffers_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("no change") << QByteArray(R"({"a":1})") << QStringList();
    QTest::newRow("no JSON") << QByteArray("{") << QStringList();
    QTest::newRow("a scalar") << QByteArray(R"({"d":{"old_value":"member","new_value":"admin"}})")
                              << QStringList{uR"(~ d: "member" → "admin")"_s};
    QTest::newRow("equal sides") << QByteArray(R"({"d":{"old":1,"new":1}})") << QStringList{u"= d: 1 → 1"_s};
    QTest::newRow("equal members in another order")
        << QByteArray(R"({"d":{"old":{"a":1,"b":2},"new":{"b":2,"a":1}}})")
        << QStringList{uR"(= d: {"a":1,"b":2} → {"b":2,"a":1})"_s};
    QTest::newRow("null is a value") << QByteArray(R"({"d":{"old":null,"new":0}})")
                                     << QStringList{u"~ d: null → 0"_s};
    QTest::newRow("members") << QByteArray(
        R"({"d":{"prev":{"a":1,"b":{"c":1,"d":2},"e":3},"current":{"a":1,"b":{"c":1,"d":3},"f":[4]}}})")
                             << QStringList{u"~ d/b/d: 2 → 3"_s, u"- d/e: 3 → none"_s,
                                            u"+ d/f: none → [4]"_s};
    QTest::newRow("elements that moved")
        << QByteArray(R"({"d":{"old":[{"id":1,"v":1}],"new":["x",{"id":1,"v":2}]}})")
        << QStringList{uR"(+ d[0→0]: none → "x")"_s, u"~ d[0→1]/v: 1 → 2"_s};
    QTest::newRow("lines are one value")
        << QByteArray(R"({"d":{"old":"a\nb","new":"a\nc"}})") << QStringList{uR"(~ d: "a\nb" → "a\nc")"_s};
    QTest::newRow("an object in place of an array")
        << QByteArray(R"({"d":{"old":[1],"new":{"a":1}}})") << QStringList{uR"(~ d: [1] → {"a":1})"_s};
    QTest::newRow("in JSON in a string")
        << QByteArray(R"({"d":"{\"old\":1,\"new\":2}"})") << QStringList{u"~ d: 1 → 2"_s};
    QTest::newRow("two changes") << QByteArray(
        R"({"role_before":"a","plan_before":1,"plan_after":2,"role_after":"b"})")
                                 << QStringList{uR"(~ role: "a" → "b")"_s, u"~ plan: 1 → 2"_s};
    QTest::newRow("what was removed, and what was added")
        << QByteArray(R"({"diff":{"removed":["a"],"added":["b"]}})")
        << QStringList{uR"(- diff: ["a"] → none)"_s, uR"(+ diff: none → ["b"])"_s};
    QTest::newRow("only what was added")
        << QByteArray(R"({"diff":{"added":["b"]}})") << QStringList{uR"(+ diff: none → ["b"])"_s};
    QTest::newRow("the vendor's own form")
        << QByteArray(R"({"sql_diff":"+ SELECT 1"})") << QStringList{uR"(? sql_diff: none → "+ SELECT 1")"_s};
}

void ChangedValuesTest::visitsWhatDiffers()
{
    QFETCH(const QByteArray, raw);
    QFETCH(const QStringList, values);
    QCOMPARE(described(changesIn(raw)), values);
}

/// However many rows a person is shown.
void ChangedValuesTest::visitsAllOfManyMembers()
{
    constexpr int Members = 10'000;
    QByteArray before;
    for (int i = 0; i < Members; ++i)
        before += (i > 0 ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
    QByteArray after = before;
    after.replace(":1", ":2");
    const EventChanges changes = changesIn("{\"old\":{" + before + "},\"new\":{" + after + "}}");
    QVERIFY(!changes.isCut);
    const QStringList lines = described(changes);
    QCOMPARE(lines.size(), Members);
    QCOMPARE(lines.last(), u"~ /k9999: 1 → 2"_s);
}

void ChangedValuesTest::writesNoHugePlaceForEachValue()
{
    QByteArray before;
    for (int i = 0; i < 400; ++i)
        before += (i > 0 ? ",\"k" : "\"k") + QByteArray::number(i) + "\":1";
    QByteArray after = before;
    after.replace(":1", ":2");
    const QByteArray name(1'000'000, 'n');
    const EventChanges changes =
        changesIn("{\"old\":{\"" + name + "\":{" + before + "}},\"new\":{\"" + name + "\":{" + after + "}}}");
    int visited = 0;
    visitChangedValues(changes, [&](const ChangedValue &changed) {
        ++visited; // all of it in one
        QCOMPARE(changed.inside.size(), std::size_t(1));
        QVERIFY(changed.value->after.token == '{' + after.toStdString() + '}');
    });
    QCOMPARE(visited, 1);
}

TRAILGLASS_PURE_TEST(ChangedValuesTest)

#include "tst_changedvalues.moc"
