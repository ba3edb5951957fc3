// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/valuecomparison.h"
#include "tests/changes/changesides.h"
#include "tests/json/jsongenerator.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <functional>
#include <random>

using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

/// Pairs of values; what the two of a pair have in common differs each time.
constexpr int Pairs = generatedCases(3'000, 900);

QByteArray shown(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

/// Small values out of few parts, so that two of them have much in common.
class NearValues
{
public:
    explicit NearValues(quint64 seed)
        : m_random(seed)
    {
    }

    std::string value(int depth = 3)
    {
        switch (below(depth > 0 ? 6 : 4)) {
        case 0:
            return std::to_string(below(3));
        case 1:
            return pick({"true", "null", "1.0", "1.00"});
        case 2:
        case 3:
            return '"' + text() + '"';
        case 4:
            return list('[', ']', depth, false);
        default:
            return list('{', '}', depth, true);
        }
    }

    std::string text()
    {
        static const std::vector<std::string> Words{"one",     "row", "per ", "order", ", ",   "\\n",
                                                    "\\u00e9", "é",   " ",    "",      "名簿", "\\n\\n"};
        std::string text;
        for (std::size_t count = below(12); count > 0; --count)
            text += Words[below(Words.size())];
        return text;
    }

private:
    std::size_t below(std::size_t end) { return m_random() % end; }

    std::string pick(const std::vector<std::string> &of) { return of[below(of.size())]; }

    std::string list(char open, char close, int depth, bool isNamed)
    {
        std::string json(1, open);
        for (std::size_t count = below(6); count > 0; --count) {
            json += json.size() > 1 ? ", " : "";
            json += isNamed ? pick({"\"id\":", "\"a\":", "\"b\":", "\"\\u0061\":", "\"name\" : "}) : "";
            json += value(depth - 1);
        }
        return json + close;
    }

    std::mt19937_64 m_random;
};

/// \param more  to be verified of the change and of what is left of its budget
void verifySides(const std::string &before, const std::string &after, qint64 steps,
                 const std::function<void(const ValueChange &, const ComparisonBudget &)> &more = {})
{
    const auto left = ValueTree::read(before);
    const auto right = ValueTree::read(after);
    QVERIFY2(left && right, shown(before + "\n" + after).constData());
    ComparisonBudget budget(steps);
    const ValueChange change = compareValues(*left, *right, budget);
    const QByteArray sample = shown(before + "\n" + after);
    QVERIFY2(sideBefore(change) == spelled(before), sample.constData());
    QVERIFY2(sideAfter(change) == spelled(after), sample.constData());
    if (more)
        more(change, budget);
}

} // namespace

/// Nothing is lost: both values can be put together again from what is said of their differences.
class ChangeLawsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theChangeMakesOneValueOfTheOther_data();
    void theChangeMakesOneValueOfTheOther();
    void aValueIsTheSameAsItself();
    void hugeValuesTakeNoLongerThanTheirBudget_data();
    void hugeValuesTakeNoLongerThanTheirBudget();
    void sequencesAreTheirParts();
    void noWayIsShorter();
};

void ChangeLawsTest::theChangeMakesOneValueOfTheOther_data()
{
    QTest::addColumn<qint64>("steps");
    QTest::newRow("in detail") << ComparisonBudget::DefaultSteps;
    QTest::newRow("without room for details") << qint64(40);
    QTest::newRow("as a whole") << qint64(0);
}

void ChangeLawsTest::theChangeMakesOneValueOfTheOther()
{
    QFETCH(const qint64, steps);
    NearValues near(7);
    JsonGenerator any(11);
    for (int round = 0; round < Pairs; ++round)
        verifySides(near.value(), near.value(), steps);
    for (int round = 0; round < Pairs / 6; ++round)
        verifySides(any.value(), any.value(), steps);
    for (int round = 0; round < Pairs / 6; ++round)
        verifySides('"' + near.text() + '"', '"' + near.text() + '"', steps);
}

void ChangeLawsTest::aValueIsTheSameAsItself()
{
    JsonGenerator any(3);
    for (int round = 0; round < Pairs / 6; ++round) {
        const std::string value = any.value();
        const std::string other = spelled(value);
        const auto left = ValueTree::read(value);
        const auto right = ValueTree::read(other);
        ComparisonBudget budget;
        QVERIFY2(compareValues(*left, *right, budget).kind == ValueChange::Kind::Same,
                 shown(value).constData());
    }
}

void ChangeLawsTest::hugeValuesTakeNoLongerThanTheirBudget_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const auto list = [](const QByteArray &element, int count) -> QByteArray {
        QByteArray json = "[";
        for (int i = 0; i < count; ++i)
            json += element + ',';
        return json + "0]";
    };
    const auto text = [](const QByteArray &part, int count) -> QByteArray {
        return '"' + part.repeated(count) + '"';
    };
    QTest::newRow("a million elements") << list("1", 1'000'000) << list(" 1", 1'000'000);
    QTest::newRow("texts of short words")
        << list(text("a,b;", 1'000), 2'000) << list(text("c,d;", 1'000), 2'000);
    QTest::newRow("lines of a letter") << text("a\\n", 200'000) << text("b\\n", 200'000);
    QTest::newRow("lines of nothing")
        << text("\\n", 500'000) << QByteArray("\"y" + text("\\n", 300'000).mid(1));
}

void ChangeLawsTest::hugeValuesTakeNoLongerThanTheirBudget()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    verifySides(before.toStdString(), after.toStdString(), ComparisonBudget::DefaultSteps,
                [](const ValueChange &change, const ComparisonBudget &budget) {
                    QVERIFY(budget.isExceeded());
                    QCOMPARE_LT(change.lines.size(), std::size_t(200'000));
                    QCOMPARE_LT(change.children.size(), std::size_t(200'000));
                });
}

void ChangeLawsTest::sequencesAreTheirParts()
{
    std::mt19937_64 random(5);
    for (int round = 0; round < generatedCases(5'000, 2'000); ++round) {
        std::vector<quint32> before(random() % 20);
        std::vector<quint32> after(random() % 20);
        for (std::vector<quint32> *each : {&before, &after}) {
            for (quint32 &element : *each)
                element = static_cast<quint32>(random() % 4);
        }
        ComparisonBudget budget(round % 3 == 0 ? 30 : ComparisonBudget::DefaultSteps);
        std::size_t x = 0;
        std::size_t y = 0;
        for (const SequencePart &part : compareSequences(before, after, budget)) {
            QCOMPARE(part.before, x);
            QCOMPARE(part.after, y);
            x += part.removed;
            y += part.added;
            for (std::size_t i = 0; i < part.same; ++i)
                QCOMPARE(before[x++], after[y++]);
        }
        QCOMPARE(x, before.size());
        QCOMPARE(y, after.size());
    }
}

/// Against the table that the textbook fills.
void ChangeLawsTest::noWayIsShorter()
{
    std::mt19937_64 random(9);
    for (int round = 0; round < generatedCases(2'000, 800); ++round) {
        std::vector<quint32> before(random() % 12);
        std::vector<quint32> after(random() % 12);
        for (std::vector<quint32> *each : {&before, &after}) {
            for (quint32 &element : *each)
                element = static_cast<quint32>(random() % 3);
        }
        std::vector common(before.size() + 1, std::vector<std::size_t>(after.size() + 1, 0));
        for (std::size_t x = 0; x < before.size(); ++x) {
            for (std::size_t y = 0; y < after.size(); ++y)
                common[x + 1][y + 1] =
                    before[x] == after[y] ? common[x][y] + 1 : std::max(common[x][y + 1], common[x + 1][y]);
        }
        ComparisonBudget budget;
        std::size_t same = 0;
        for (const SequencePart &part : compareSequences(before, after, budget))
            same += part.same;
        QCOMPARE(same, common.back().back());
        QVERIFY(!budget.isExceeded());
    }
}

TRAILGLASS_PURE_TEST(ChangeLawsTest)

#include "tst_changelaws.moc"
