// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/textcomparison.h"
#include "models/changes/textwords.h"
#include "tests/runner/testclass.h"

#include <QtTest>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// `~[old]{new}`: what a line has alone, in brackets before, in braces after.
QString drawn(const std::vector<TextRun> &runs, const QString &open, const QString &close)
{
    QString text;
    for (const TextRun &run : runs) {
        const QString piece = QString::fromStdString(std::string(run.text));
        text += run.isChanged ? open + piece + close : piece;
    }
    return text;
}

QStringList drawn(const std::vector<LineChange> &lines)
{
    QStringList text;
    for (const LineChange &line : lines) {
        switch (line.kind) {
        case LineChange::Kind::Same:
            text += u"  "_s + drawn(line.before, u"["_s, u"]"_s);
            break;
        case LineChange::Kind::Changed:
            text += u"- "_s + drawn(line.before, u"["_s, u"]"_s);
            text += u"+ "_s + drawn(line.after, u"{"_s, u"}"_s);
            break;
        case LineChange::Kind::Removed:
            text += u"- "_s + drawn(line.before, u"["_s, u"]"_s);
            break;
        case LineChange::Kind::Added:
            text += u"+ "_s + drawn(line.after, u"{"_s, u"}"_s);
            break;
        }
    }
    return text;
}

} // namespace

class TextComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWordsWithinLines_data();
    void showsWordsWithinLines();
    void keepsMarksWithTheirLetters();
    void comparesMegabytesAsAWhole();
    void findsOneLineAmongAMillion();
};

void TextComparisonTest::showsWordsWithinLines_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("a word") << u"role Viewer"_s << u"role Admin"_s
                            << QStringList{u"- role [Viewer]"_s, u"+ role {Admin}"_s};
    QTest::newRow("an addition and a line")
        << u"One row per order."_s << u"One row per order, deduplicated.\nOwner: Ann"_s
        << QStringList{u"- One row per order."_s, u"+ One row per order{, deduplicated}."_s,
                       u"+ {Owner: Ann}"_s};
    QTest::newRow("a line in the middle")
        << u"a\nb\nc"_s << u"a\nB\nc"_s << QStringList{u"  a"_s, u"- [b]"_s, u"+ {B}"_s, u"  c"_s};
    QTest::newRow("a line removed") << u"a\nb\nc"_s << u"a\nc"_s
                                    << QStringList{u"  a"_s, u"- [b]"_s, u"  c"_s};
    QTest::newRow("a line feed at the end") << u"a"_s << u"a\n"_s << QStringList{u"  a"_s, u"+ "_s};
    QTest::newRow("from nothing") << QString() << u"x y"_s << QStringList{u"- "_s, u"+ {x y}"_s};
    QTest::newRow("a sign") << u"0 5 * * *"_s << u"0 6 * * 1-5"_s
                            << QStringList{u"- 0 [5] * * [*]"_s, u"+ 0 {6} * * {1-5}"_s};
    QTest::newRow("without spaces") << u"顧客名簿"_s << u"顧客台帳"_s
                                    << QStringList{u"- 顧客[名簿]"_s, u"+ 顧客{台帳}"_s};
}

void TextComparisonTest::showsWordsWithinLines()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QStringList, lines);
    const std::string left = before.toStdString();
    const std::string right = after.toStdString();
    ComparisonBudget budget;
    QCOMPARE(drawn(compareTexts(left, right, budget)), lines);
    QVERIFY(!budget.isExceeded());
}

void TextComparisonTest::keepsMarksWithTheirLetters()
{
    const auto words = wordsOf("e\u0301te\u0301 क्\u200Dष 👩\u200D💻!");
    const std::vector<std::string_view> expected{"e\u0301te\u0301", " ", "क्\u200Dष", " ",
                                                 "👩\u200D",         "💻", "!"};
    QCOMPARE(words, expected);
}

void TextComparisonTest::comparesMegabytesAsAWhole()
{
    const std::string before = "head\n" + std::string(2'000'000, 'a') + "\ntail";
    const std::string after = "head\n" + std::string(2'000'000, 'b') + "\ntail";
    ComparisonBudget budget;
    const auto lines = compareTexts(before, after, budget);
    QCOMPARE(lines.size(), std::size_t(3));
    QVERIFY(lines[1].kind == LineChange::Kind::Changed);
    QCOMPARE(lines[1].before.front().text.size(), std::size_t(2'000'000));
    QVERIFY(budget.isExceeded());
}

void TextComparisonTest::findsOneLineAmongAMillion()
{
    std::string before;
    for (int line = 0; line < 1'000'000; ++line)
        before += std::to_string(line) + '\n';
    std::string after = before;
    after.replace(after.find("\n500000\n") + 1, 6, "changed");
    ComparisonBudget budget;
    const auto lines = compareTexts(before, after, budget);
    QCOMPARE_LT(lines.size(), std::size_t(200)); // what is far away comes as one
    const auto changed = std::ranges::find(lines, LineChange::Kind::Changed, &LineChange::kind);
    QVERIFY(changed != lines.end());
    QCOMPARE(changed->before.front().text, std::string_view("500000"));
    QCOMPARE(changed->after.front().text, std::string_view("changed"));
    QVERIFY(!budget.isExceeded());
}

TRAILGLASS_PURE_TEST(TextComparisonTest)

#include "tst_textcomparison.moc"
