// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/index/savedindex.h"

#include "models/filter/filter.h"
#include "models/query/index/indexqueryengine.h"
#include "models/query/index/segmentbuilder.h"
#include "models/query/index/segmentcodec.h"
#include "models/store/sqlconnection.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/query/resulttesting.h"
#include "tests/query/sampleworkspace.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QTest>

#include <random>

using namespace Trailglass;
using namespace Qt::StringLiterals;

namespace {

/// In each comparison of an engine with all records: each reads every column once more.
constexpr int Filters = generatedCases(30, 10);

Filter::NodePointer filterOf(const QString &expression)
{
    return std::get<Filter::NodePointer>(Filter::parse(expression));
}

qint64 numberWithin(StoredRange range, quint64 random)
{
    return range.least + static_cast<qint64>(random % static_cast<quint64>(range.greatest - range.least + 1));
}

ListedSegment segmentOf(unsigned seed)
{
    std::mt19937_64 random(seed);
    SegmentBuilder builder(7);
    for (std::size_t offset = random() % 50; offset < Segment::Rows; offset += 1 + random() % 40) {
        std::array<qint64, IndexColumnCount> numbers{};
        for (std::size_t column = 0; column < IndexColumnCount; ++column)
            numbers[column] = numberWithin(indexColumns()[column].range, random());
        builder.add(offset, numbers);
    }
    return builder.finish(Segment::Rows);
}

} // namespace

class SavedIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void givesBackTheSegmentThatWasPacked();
    void refusesPartsOfAnotherPlace();
    void refusesASharedColumnOutOfItsRange();
    void givesAColumnWithoutTheOthers();
    void savesFullSegmentsOnce();
    void givesTheSameResultsFromWhatWasSaved();
    void heedsWhatWasSupersededAfterSaving();
    void deletesWhatIsPurged();
    void countsWholeSegmentsOnly();
    void givesRightResultsWhenDamaged_data();
    void givesRightResultsWhenDamaged();

private:
    SourceId add(const QString &source, int events);
    void compareWithRecords();
    [[nodiscard]] int save() const;
    void execute(const std::string &sql) const;
    [[nodiscard]] qint64 integer(std::string_view sql) const;

    std::unique_ptr<SampleWorkspace> m_workspace;
    std::unique_ptr<SampleWorkspace> m_saved; ///< with two segments, made once
    std::unique_ptr<EventGenerator> m_generator;
    QueryContext m_context{*parseTime("2026-11-20T12:00:00Z")};
    int m_number = 0;
    RowList m_beginning; ///< of the result before
};

void SavedIndexTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_workspace = std::make_unique<SampleWorkspace>();
    m_generator = std::make_unique<EventGenerator>(11);
    m_number = 0;
}

SourceId SavedIndexTest::add(const QString &source, int events)
{
    const SourceId id = m_workspace->addSource(source, u"asana"_s);
    std::vector<Event> made;
    for (int count = 0; count < events; ++count) {
        made.push_back(m_generator->event("e" + std::to_string(++m_number)));
        made.back().revised = UtcMicros{1};
    }
    m_workspace->commit(id, std::move(made), m_context.now);
    return id;
}

int SavedIndexTest::save() const
{
    const auto saved = saveIndex(m_workspace->folder(), CancelToken());
    if (!saved)
        qFatal("%s", qPrintable(saved.error().message));
    return *saved;
}

void SavedIndexTest::execute(const std::string &sql) const
{
    const auto connection = SqlConnection::openForWriting(m_workspace->folder() + u"/trailglass.sqlite"_s);
    const auto done = (*connection)->execute(sql);
    if (!done)
        qFatal("%s", qPrintable(done.error().message + done.error().detail));
}

qint64 SavedIndexTest::integer(std::string_view sql) const
{
    const auto connection = SqlConnection::openForReading(m_workspace->folder());
    return *(*connection)->integer(sql);
}

/// A new engine, so that the index comes from what is saved.
void SavedIndexTest::compareWithRecords()
{
    const auto index = *IndexQueryEngine::open(m_workspace->folder());
    const auto records = m_workspace->records();
    const bool isPurging = integer("SELECT count(*) FROM source WHERE name IS NULL") > 0;
    EventGenerator generator(23);
    for (int round = 0; round < Filters; ++round) {
        const QString expression = round == 0 ? QString() : generator.expression(1);
        const SortOrder order{{Field::Created, true}};
        const SelectListener listener{
            [&](const ResultPointer &beginning) { m_beginning = Testing::rowsOf(*beginning); }, {}};
        m_beginning = {};
        const auto found = index->select(filterOf(expression), order, m_context, CancelToken(), listener);
        QVERIFY(found);
        const RowList rows = Testing::rowsOf(**found);
        QVERIFY2(rows == PlainQuery::select(records, filterOf(expression), order, m_context),
                 qPrintable(expression));
        QVERIFY(m_beginning.size() <= rows.size());
        QVERIFY2(std::equal(m_beginning.begin(), m_beginning.end(), rows.begin()), qPrintable(expression));
        // Before the index is read the newest of all events are known, but for those of a purge under way.
        QCOMPARE(round == 0 && !isPurging && !rows.empty(), round == 0 && !m_beginning.empty());
    }
}

void SavedIndexTest::givesBackTheSegmentThatWasPacked()
{
    SegmentCodec codec;
    for (unsigned seed = 1; seed <= 3; ++seed) {
        const ListedSegment segment = segmentOf(seed);

        const auto parts = codec.pack(segment, 42);
        QVERIFY(parts);
        const auto again = codec.unpack(7, *parts);

        QVERIFY(again);
        QCOMPARE(again->removedSequence, 42);
        QCOMPARE(again->segment.segment->number, 7);
        QCOMPARE(*again->segment.listed, *segment.listed);
        for (std::size_t column = 0; column < IndexColumnCount; ++column)
            QCOMPARE(*again->segment.segment->columns[column], *segment.segment->columns[column]);
    }
}

void SavedIndexTest::refusesPartsOfAnotherPlace()
{
    SegmentCodec codec;
    auto parts = *codec.pack(segmentOf(1), 42);

    QVERIFY(!codec.unpack(8, parts));
    std::swap(parts[3].number, parts[4].number);
    QVERIFY(!codec.unpack(7, parts));
    std::swap(parts[3].number, parts[4].number);
    QVERIFY(codec.unpack(7, parts));
    parts.erase(parts.begin() + 5);
    QVERIFY(!codec.unpack(7, parts));
}

void SavedIndexTest::refusesASharedColumnOutOfItsRange()
{
    SegmentCodec codec;
    ListedSegment listed = segmentOf(1);
    const auto segment = std::make_shared<Segment>(*listed.segment);
    listed.segment = segment;
    const auto codes = segment->columns[TextsInRawColumn];
    segment->columns[TextsInRawColumn] = segment->columns[SourceColumn];
    QVERIFY(!codec.unpack(7, *codec.pack(listed, 5)));
    QVERIFY(!codec.unpack(7, *codec.pack(listed, 5), IndexColumnSet().set(TextsInRawColumn)));
    segment->columns[TextsInRawColumn] = codes;
    QVERIFY(codec.unpack(7, *codec.pack(listed, 5)));
}

/// Also one that is kept as another one, which nobody wants.
void SavedIndexTest::givesAColumnWithoutTheOthers()
{
    constexpr std::size_t Kept = 6;
    constexpr std::size_t Same = 9;
    SegmentCodec codec;
    ListedSegment listed = segmentOf(1);
    const auto segment = std::make_shared<Segment>(*listed.segment);
    listed.segment = segment;
    segment->columns[Same] = segment->columns[Kept];
    const std::vector<SegmentCodec::Part> parts = *codec.pack(listed, 42);
    for (std::size_t wanted = 0; wanted < IndexColumnCount; ++wanted) {
        std::vector<SegmentCodec::Part> needed = parts;
        std::erase_if(needed, [wanted](const SegmentCodec::Part &part) {
            return part.number > static_cast<int>(wanted) && part.number != SegmentCodec::ListedPart;
        });
        const auto unpacked = codec.unpack(7, needed, IndexColumnSet().set(wanted));
        QVERIFY(unpacked);
        for (std::size_t column = 0; column < IndexColumnCount; ++column) {
            const auto &read = unpacked->segment.segment->columns[column];
            QCOMPARE(read != nullptr, column == wanted);
            if (read)
                QCOMPARE(*read, *segment->columns[column]);
        }
    }
    const auto both = codec.unpack(7, parts, IndexColumnSet().set(Kept).set(Same));
    QVERIFY(both);
    QVERIFY(both->segment.segment->columns[Kept]);
    QVERIFY(both->segment.segment->columns[Same] == both->segment.segment->columns[Kept]);
}

void SavedIndexTest::savesFullSegmentsOnce()
{
    add(u"first"_s, 100);
    QCOMPARE(save(), 0);
    m_workspace->skipRows(70'000);
    add(u"second"_s, 100);
    m_workspace->skipRows(200'000); // two segments without any event
    add(u"third"_s, 100);

    QCOMPARE(save(), 2);
    QCOMPARE(save(), 0);
    QCOMPARE(integer("SELECT count(DISTINCT key >> 8) FROM index_part"), 2);
}

void SavedIndexTest::givesTheSameResultsFromWhatWasSaved()
{
    for (int page = 0; page < 5; ++page) {
        add(u"source %1"_s.arg(page), 200);
        m_workspace->skipRows(50'000);
    }
    QVERIFY(save() > 0);

    compareWithRecords();
    QCOMPARE(*checkSavedIndex(m_workspace->folder(), CancelToken()), QStringList());
}

void SavedIndexTest::heedsWhatWasSupersededAfterSaving()
{
    const SourceId source = add(u"first"_s, 300);
    m_workspace->skipRows(70'000);
    QCOMPARE(save(), 1);
    std::vector<Event> changed;
    for (int number = 10; number < 40; ++number) {
        changed.push_back(m_generator->event("e" + std::to_string(number)));
        changed.back().revised = m_context.now;
    }
    m_workspace->commit(source, std::move(changed), m_context.now);

    QVERIFY(integer("SELECT count(*) FROM superseded") > 0);
    compareWithRecords();
    QCOMPARE(*checkSavedIndex(m_workspace->folder(), CancelToken()), QStringList());
}

void SavedIndexTest::deletesWhatIsPurged()
{
    add(u"first"_s, 300);
    m_workspace->skipRows(70'000);
    const SourceId second = add(u"second"_s, 300);
    m_workspace->skipRows(70'000);
    QCOMPARE(save(), 2);

    m_workspace->removeSource(second);

    QCOMPARE(integer("SELECT count(DISTINCT key >> 8) FROM index_part"), 1);
    compareWithRecords();
    QCOMPARE(*checkSavedIndex(m_workspace->folder(), CancelToken()), QStringList());
}

void SavedIndexTest::countsWholeSegmentsOnly()
{
    const auto sizes = [this] {
        const auto size = savedIndexSize(m_workspace->folder());
        return size ? std::pair(size->fullSegments, size->savedSegments) : std::pair<qint64, qint64>(-1, -1);
    };
    using Sizes = std::pair<qint64, qint64>;
    add(u"first"_s, 100);
    QCOMPARE(sizes(), Sizes(0, 0));
    m_workspace->skipRows(70'000);
    add(u"second"_s, 100);
    m_workspace->skipRows(70'000);
    QCOMPARE(sizes(), Sizes(2, 0));
    QCOMPARE(save(), 2);
    QCOMPARE(sizes(), Sizes(2, 2));
    // Without its last part nothing of a segment is read; it is saved again.
    execute("DELETE FROM index_part WHERE key = 255");
    QCOMPARE(sizes(), Sizes(2, 1));
    execute("INSERT INTO index_part SELECT (9 << 8) | 255, data FROM index_part WHERE key = 256 + 255");
    QCOMPARE(sizes(), Sizes(2, 1));
    QCOMPARE(save(), 1);
    QCOMPARE(sizes(), Sizes(2, 2));
}

void SavedIndexTest::givesRightResultsWhenDamaged_data()
{
    QTest::addColumn<std::string>("damage");

    const auto row = [](const char *name, const char *sql) {
        QTest::newRow(name) << std::string(sql);
    };
    row("a column is missing", "DELETE FROM index_part WHERE key = 3");
    row("the listed rows are missing", "DELETE FROM index_part WHERE key = 255");
    row("a column is cut", "UPDATE index_part SET data = substr(data, 1, length(data) - 3) WHERE key = 5");
    row("a column is empty", "UPDATE index_part SET data = x'' WHERE key = 5");
    row("a column is garbage", "UPDATE index_part SET data = randomblob(length(data)) WHERE key = 8");
    row("a column of another segment",
        "UPDATE index_part SET data = (SELECT data FROM index_part WHERE key = 256 + 5) WHERE key = 5");
    row("a set of another time",
        "UPDATE superseded SET sequence = 1; DELETE FROM superseded;"
        "INSERT INTO index_part SELECT 512 + 255, data FROM index_part WHERE key = 255");
}

void SavedIndexTest::givesRightResultsWhenDamaged()
{
    QFETCH(const std::string, damage);
    if (!m_saved) {
        for (const QString &name : {u"first"_s, u"second"_s}) {
            add(name, 300);
            m_workspace->skipRows(70'000);
        }
        QCOMPARE(save(), 2);
        m_saved = std::move(m_workspace);
    }
    m_workspace = SampleWorkspace::copyOf(*m_saved);

    execute(damage);

    compareWithRecords();
    const auto problems = checkSavedIndex(m_workspace->folder(), CancelToken());
    QVERIFY(problems);
    QCOMPARE(problems->size(), 1);
    QVERIFY(repairSavedIndex(m_workspace->folder(), CancelToken()));
    QCOMPARE(*checkSavedIndex(m_workspace->folder(), CancelToken()), QStringList());
    compareWithRecords();
}

TRAILGLASS_TEST(SavedIndexTest)
#include "tst_savedindex.moc"
