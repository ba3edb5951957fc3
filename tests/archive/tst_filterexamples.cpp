// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "tests/archive/loadedarchive.h"
#include "tests/archive/oddevents.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/examples/examplefile.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

namespace {

using Rows = std::vector<qint64>;

const QString ExamplesFolder = QStringLiteral(TRAILGLASS_FILTER_EXAMPLES);
constexpr qint64 ExampleEvents = 342; ///< the first ones
constexpr int GeneratedEvents = 300;
constexpr qint64 Broken = -1; ///< in place of a count

/// A filter and the zone that its times are in.
using FilterInZone = std::pair<QString, QByteArray>;

std::vector<FilterInZone> generatedFilters()
{
    std::vector<FilterInZone> filters;
    EventGenerator generator(20261209);
    for (int number = 0; number < generatedCases(250, 80); ++number) {
        const QByteArray zone = number % 2 == 0 ? "America/St_Johns" : "Australia/Lord_Howe";
        filters.emplace_back(generator.expression(number % 4), zone);
    }
    return filters;
}

std::vector<EventRecord> generatedEvents()
{
    std::vector<EventRecord> records;
    EventGenerator generator(20261208);
    for (int number = 0; number < GeneratedEvents; ++number) {
        EventRecord record;
        record.source = number % 3 == 0 ? "team" : "Te\u0301am";
        record.vendor = static_cast<Vendor>(number % 5);
        record.event = generator.event("e" + std::to_string(number));
        record.received = record.event.created + number;
        records.push_back(std::move(record));
    }
    return records;
}

QString printed(const Result<Rows> &rows)
{
    if (!rows)
        return errorKindName(rows.error().kind) + u": "_s + rows.error().message;
    QStringList numbers;
    for (const qint64 row : *rows)
        numbers.append(QString::number(row));
    return u'[' + numbers.join(u',') + u']';
}

} // namespace

/// What filters find in real servers: the examples, events that are made to be difficult, and generated ones.
class ArchiveFilterExamplesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void findsTheExamples_data();
    void findsTheExamples();
    void findsOddEvents_data();
    void findsOddEvents();
    void findsWhatTheRowEvaluatorFinds_data();
    void findsWhatTheRowEvaluatorFinds();

private:
    struct Engine : LoadedEngine
    {
        std::map<FilterInZone, Result<Rows>> found = {}; ///< of filters that run together, to save time
    };
    using AddRows = std::function<void(const Engine &engine, int index)>;

    /// The tree of a filter, presets expanded; nothing for a broken one.
    [[nodiscard]] std::optional<Filter::NodePointer> treeOf(const QString &expression) const;
    Result<void> runTogether(Engine &engine, const std::vector<FilterInZone> &filters) const;
    [[nodiscard]] QueryContext contextIn(const QByteArray &zone) const { return {m_file.now, zone}; }

    void addEngineRows(const AddRows &add) const;
    [[nodiscard]] const Engine &engineOf(int index) const
    {
        return m_engines[static_cast<std::size_t>(index)];
    }
    void compare(const Engine &engine, const FilterInZone &filter, const Result<Rows> &found) const;

    FilterExamples m_file = readFilterExamples(ExamplesFolder + u"/filters.txt"_s);
    std::vector<Engine> m_engines;
};

void ArchiveFilterExamplesTest::initTestCase()
{
    std::vector<EventRecord> records = readExampleRecords(ExamplesFolder + u"/events.ndjson"_s);
    QCOMPARE(records.size(), static_cast<std::size_t>(ExampleEvents));
    for (auto &others : {oddEvents(), generatedEvents()})
        records.insert(records.end(), others.begin(), others.end());
    std::vector<FilterInZone> filters = generatedFilters();
    for (const FilterExample &example : m_file.examples)
        filters.emplace_back(example.expression, example.zone);
    auto loaded = loadedEngines(records);
    QVERIFY2(loaded.hasValue(), loaded ? "" : qPrintable(loaded.error().message));
    for (LoadedEngine &each : *loaded) {
        Engine engine{std::move(each)};
        if (engine.archive) {
            const auto run = runTogether(engine, filters);
            QVERIFY2(run.hasValue(), run ? "" : qPrintable(run.error().message));
        }
        m_engines.push_back(std::move(engine));
    }
}

std::optional<Filter::NodePointer> ArchiveFilterExamplesTest::treeOf(const QString &expression) const
{
    const auto parsed = Filter::parse(expression);
    if (!std::holds_alternative<Filter::NodePointer>(parsed))
        return std::nullopt;
    const auto expanded =
        Filter::expandPresets(std::get<Filter::NodePointer>(parsed), [this](const QString &name) {
            const auto preset = m_file.presets.find(name);
            return preset == m_file.presets.end() ? std::nullopt : std::optional(*preset);
        });
    return expanded ? std::optional(*expanded) : std::nullopt;
}

Result<void> ArchiveFilterExamplesTest::runTogether(Engine &engine,
                                                    const std::vector<FilterInZone> &filters) const
{
    std::vector<FilterInZone> run;
    std::vector<ArchiveSql> conditions;
    for (const FilterInZone &filter : filters) {
        const auto tree = treeOf(filter.first);
        const auto condition = tree ? engine.archive->conditionOf(*tree, contextIn(filter.second))
                                    : Result<ArchiveSql>(Error{ErrorKind::Usage, {}});
        if (!condition) {
            engine.found.insert_or_assign(filter, condition.error());
            continue;
        }
        run.push_back(filter);
        conditions.push_back(*condition);
    }
    TRY(const auto rows, engine.archive->rowsOfEach(conditions));
    for (std::size_t index = 0; index < run.size(); ++index)
        engine.found.insert_or_assign(run[index], rows[index]);
    return {};
}

void ArchiveFilterExamplesTest::compare(const Engine &engine, const FilterInZone &filter,
                                        const Result<Rows> &found) const
{
    const auto tree = treeOf(filter.first);
    QVERIFY(tree);
    const auto expected = engine.archive->evaluatedRows(*tree, contextIn(filter.second));
    if (printed(found) != printed(expected)) {
        const auto sql = engine.archive->conditionOf(*tree, contextIn(filter.second));
        qWarning("%s\n%s", qPrintable(filter.first), sql ? sql->text().c_str() : "");
    }
    QCOMPARE(found.hasValue(), expected.hasValue());
    if (found)
        QCOMPARE(printed(found), printed(expected));
}

/// An engine that is missing has one row, which says so.
void ArchiveFilterExamplesTest::addEngineRows(const AddRows &add) const
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("count"); ///< of the events of the examples, where the file says it
    for (std::size_t index = 0; index < m_engines.size(); ++index) {
        const Engine &engine = m_engines[index];
        if (engine.archive)
            add(engine, static_cast<int>(index));
        else
            QTest::addRow("%s", engine.name.constData())
                << static_cast<int>(index) << QString() << QByteArray("UTC") << Broken;
    }
}

void ArchiveFilterExamplesTest::findsTheExamples_data()
{
    addEngineRows([this](const Engine &engine, int index) {
        for (const FilterExample &example : m_file.examples) {
            QTest::addRow("%s, %d: %s", engine.name.constData(), example.line,
                          example.expression.toUtf8().constData())
                << index << example.expression << example.zone << example.expected.value_or(Broken);
        }
    });
}

void ArchiveFilterExamplesTest::findsTheExamples()
{
    QFETCH(const int, engine);
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, count);
    const Engine &tested = engineOf(engine);
    if (!tested.archive)
        QSKIP(qPrintable(tested.reasonMissing));
    const Result<Rows> &rows = tested.found.at({expression, zone});
    const auto isExample = [](qint64 row) {
        return row <= ExampleEvents;
    };

    QCOMPARE(rows ? static_cast<qint64>(std::ranges::count_if(*rows, isExample)) : Broken, count);
    if (rows)
        compare(tested, {expression, zone}, rows);
}

void ArchiveFilterExamplesTest::findsOddEvents_data()
{
    addEngineRows([](const Engine &engine, int index) {
        for (const QString &filter : oddFilters())
            QTest::addRow("%s, %s", engine.name.constData(), filter.toUtf8().constData())
                << index << filter << QByteArray("UTC") << Broken;
    });
}

void ArchiveFilterExamplesTest::findsOddEvents()
{
    QFETCH(const int, engine);
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    const Engine &tested = engineOf(engine);
    if (!tested.archive)
        QSKIP(qPrintable(tested.reasonMissing));
    const auto tree = treeOf(expression);
    QVERIFY(tree);

    compare(tested, {expression, zone}, tested.archive->rows(*tree, contextIn(zone)));
}

void ArchiveFilterExamplesTest::findsWhatTheRowEvaluatorFinds_data()
{
    addEngineRows([](const Engine &engine, int index) {
        int number = 0;
        for (const auto &[expression, zone] : generatedFilters()) {
            QTest::addRow("%s, %d: %s", engine.name.constData(), number++, expression.toUtf8().constData())
                << index << expression << zone << Broken;
        }
    });
}

void ArchiveFilterExamplesTest::findsWhatTheRowEvaluatorFinds()
{
    QFETCH(const int, engine);
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    const Engine &tested = engineOf(engine);
    if (!tested.archive)
        QSKIP(qPrintable(tested.reasonMissing));

    compare(tested, {expression, zone}, tested.found.at({expression, zone}));
}

TRAILGLASS_TEST(ArchiveFilterExamplesTest)
#include "tst_filterexamples.moc"
