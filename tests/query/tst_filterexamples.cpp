// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/filter.h"
#include "models/filter/rowevaluator.h"
#include "models/query/index/indexqueryengine.h"
#include "tests/query/examples/examplefile.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

const QString Folder = QStringLiteral(TRAILGLASS_FILTER_EXAMPLES);

} // namespace

/// The examples are also checked by an independent evaluator in Python, written from the rules of the filter
/// language alone: examples/evaluate.py.
class FilterExamplesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void counts_data();
    void counts();
    void evaluatesRowByRow_data();
    void evaluatesRowByRow();

private:
    /// The tree of an example, presets expanded; nothing for a broken one.
    [[nodiscard]] std::optional<Filter::NodePointer> treeOf(const QString &expression) const;
    void addExampleRows() const;

    FilterExamples m_file = readFilterExamples(Folder + u"/filters.txt"_s);
    SampleWorkspace m_workspace;
    std::vector<EventRecord> m_records;
    std::unique_ptr<QueryEngine> m_engine; ///< for all examples: opening one for each takes longer
};

void FilterExamplesTest::initTestCase()
{
    std::map<std::string, SourceId> sources;
    for (EventRecord &record : readExampleRecords(Folder + u"/events.ndjson"_s)) {
        const auto [known, isNew] = sources.try_emplace(record.source);
        if (isNew)
            known->second = m_workspace.addSource(QString::fromStdString(record.source),
                                                  QString::fromUtf8(std::string(name(record.vendor))));
        const UtcMicros received = record.received;
        std::vector<Event> events;
        events.push_back(std::move(record.event));
        m_workspace.commit(known->second, std::move(events), received);
    }
    m_records = m_workspace.records();
    QCOMPARE(m_records.size(), std::size_t(342));
    QVERIFY(m_file.examples.size() >= 110);
    auto opened = IndexQueryEngine::open(m_workspace.folder());
    QVERIFY(opened);
    m_engine = *std::move(opened);
}

std::optional<Filter::NodePointer> FilterExamplesTest::treeOf(const QString &expression) const
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

void FilterExamplesTest::addExampleRows() const
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("expected");
    for (const FilterExample &example : m_file.examples)
        QTest::addRow("%d: %s", example.line, example.expression.toUtf8().constData())
            << example.expression << example.zone << example.expected.value_or(-1);
}

void FilterExamplesTest::counts_data()
{
    addExampleRows();
}

void FilterExamplesTest::counts()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, expected);
    const auto tree = treeOf(expression);

    const auto count =
        tree ? m_engine->count(*tree, {m_file.now, zone}, CancelToken()) : Result<qint64>(Error{});

    QCOMPARE(count ? *count : -1, expected);
}

void FilterExamplesTest::evaluatesRowByRow_data()
{
    addExampleRows();
}

void FilterExamplesTest::evaluatesRowByRow()
{
    QFETCH(const QString, expression);
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, expected);
    const auto tree = treeOf(expression);
    qint64 count = -1;

    if (const auto evaluator = tree ? Filter::RowEvaluator::compile(*tree, {m_file.now, zone})
                                    : Result<Filter::RowEvaluator>(Error{})) {
        count = std::ranges::count_if(m_records, [&evaluator](const EventRecord &record) {
            const auto matches = evaluator->matches(record);
            return matches && *matches;
        });
    }

    QCOMPARE(count, expected);
}

TRAILGLASS_TEST(FilterExamplesTest)
#include "tst_filterexamples.moc"
