// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/facetsql.h"
#include "models/archive/histogramsql.h"
#include "models/archive/ordersql.h"
#include "models/archive/pagesql.h"
#include "models/archive/re2pattern.h"
#include "models/archive/rowbinary.h"
#include "models/archive/snapshotsql.h"
#include "models/archive/texttests.h"
#include "models/filter/regex.h"
#include "models/filter/valuematcher.h"
#include "models/query/evaluation/histogrambins.h"
#include "models/query/sortorder.h"
#include "tests/archive/loadedarchive.h"
#include "tests/archive/oddevents.h"
#include "tests/archive/regexgenerator.h"
#include "tests/query/eventgenerator.h"
#include "tests/query/plainquery.h"
#include "tests/runner/testclass.h"
#include "tests/support/sanitizers.h"

#include <QtTest>

#include <algorithm>
#include <map>
#include <random>
#include <span>

using namespace Qt::StringLiterals;
using namespace Trailglass;
using namespace Trailglass::Testing;

/// That real servers compute what the SQL is meant to say, over generated texts and events.
class ServerLawsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void readsEveryByteOfALiteral_data() { addEngines(); }
    void readsEveryByteOfALiteral();
    void findsWhatPcreFinds_data() { addEngines(); }
    void findsWhatPcreFinds();
    void comparesTextsAsFiltersDo_data() { addEngines(); }
    void comparesTextsAsFiltersDo();
    void sortsLikeAStableSort_data();
    void sortsLikeAStableSort();
    void readsPagesOfAnyOrder_data() { addEngines(); }
    void readsPagesOfAnyOrder();
    void countsFacets_data();
    void countsFacets();
    void countsFacetsInOnePass_data() { addEngines(); }
    void countsFacetsInOnePass();
    void countsByTime_data();
    void countsByTime();

private:
    void addEngines() const;
    [[nodiscard]] const LoadedEngine &engineOf(int index) const
    {
        return m_engines[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const std::vector<EventRecord> &records() const { return m_records; }

    const QueryContext m_context{*parseTime("2026-11-20T12:00:00Z"), "America/St_Johns"};
    std::vector<EventRecord> m_records;
    std::vector<LoadedEngine> m_engines;
};

namespace {

const ArchiveSql &allEvents()
{
    static const ArchiveSql from = fromEvents(LoadedArchive::watermark(), "1");
    return from;
}

/// Many conditions on constants, some with each query.
/// \param names  for the message of what differs
void compareTruths(const LoadedArchive &archive, const std::vector<ArchiveSql> &conditions,
                   const std::vector<qint64> &expected, const QStringList &names)
{
    constexpr std::size_t AtOnce = 200;
    for (std::size_t first = 0; first < conditions.size(); first += AtOnce) {
        std::vector<ArchiveSql> truths;
        for (std::size_t index = first; index < std::min(first + AtOnce, conditions.size()); ++index)
            truths.push_back("toInt64(" + conditions[index] + ")");
        const auto found = archive.numbers("SELECT arrayJoin([" + joinSql(truths, ", ") + "])");
        QVERIFY2(found.hasValue(), found ? "" : qPrintable(found.error().message));
        QCOMPARE(found->size(), truths.size());
        for (std::size_t index = 0; index < truths.size(); ++index) {
            QVERIFY2((*found)[index] == expected[first + index],
                     qPrintable(names[static_cast<qsizetype>(first + index)]));
        }
    }
}

Filter::FieldReference fieldNamed(const QString &name)
{
    const auto fields = parseFieldList(name);
    return fields->front();
}

/// A value and its number of events, as one text.
std::string counted(const std::string &value, qint64 count)
{
    return value + " " + std::to_string(count);
}

LocalTimeSql localTimeOf(const LoadedArchive &archive, const QueryContext &context)
{
    const auto window = archive.contextOf(context).events;
    return *LocalTimeSql::make(context.displayZone, window);
}

std::string randomText(std::mt19937_64 &random)
{
    static const std::u16string pool =
        u"aAkKsSzZ\u00E9\u00C9\u017F\u212A\u03C3\u03C2\u03A3\u00DF\u1E9E\u0130\u0131\u65E5 .*?'\\\n";
    QString text;
    for (std::size_t count = random() % 7; count > 0; --count)
        text += QChar(pool[random() % pool.size()]);
    return text.normalized(QString::NormalizationForm_C).toStdString();
}

} // namespace

void ServerLawsTest::initTestCase()
{
    m_records = oddEvents();
    EventGenerator generator(20261210);
    for (int number = 0; number < 500; ++number) {
        EventRecord record;
        record.source = "team";
        record.vendor = Vendor::Asana;
        record.event = generator.event("e" + std::to_string(number));
        record.received = record.event.created + number;
        m_records.push_back(std::move(record));
    }
    qint64 row = 0;
    for (EventRecord &record : m_records)
        record.row = RowId{++row};
    auto loaded = loadedEngines(m_records);
    QVERIFY2(loaded.hasValue(), loaded ? "" : qPrintable(loaded.error().message));
    m_engines = *std::move(loaded);
}

void ServerLawsTest::addEngines() const
{
    QTest::addColumn<int>("engine");
    for (std::size_t index = 0; index < m_engines.size(); ++index)
        QTest::newRow(m_engines[index].name.constData()) << static_cast<int>(index);
}

#define FETCH_ARCHIVE()                                                                                      \
    QFETCH(const int, engine);                                                                               \
    if (!engineOf(engine).archive)                                                                           \
        QSKIP(qPrintable(engineOf(engine).reasonMissing));                                                   \
    const LoadedArchive &archive = *engineOf(engine).archive

void ServerLawsTest::readsEveryByteOfALiteral()
{
    FETCH_ARCHIVE();
    std::mt19937_64 random(1); // NOLINT(cert-msc51-cpp): the same texts each time
    std::vector<std::string> texts;
    for (char32_t character = 0; character < 0x250; ++character)
        texts.push_back(QString::fromUcs4(&character, 1).toStdString());
    for (int run = 0; run < 500; ++run) {
        std::string text = randomText(random) + '\'';
        text += randomText(random) + '\\';
        texts.push_back(text + randomText(random));
    }
    std::vector<ArchiveSql> literals;
    for (const std::string &text : texts)
        literals.push_back("hex(" + ArchiveSql::literal(text) + ")");

    const auto read = archive.texts("SELECT arrayJoin([" + joinSql(literals, ", ") + "])");

    QVERIFY2(read.hasValue(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->size(), texts.size());
    for (std::size_t index = 0; index < texts.size(); ++index)
        QCOMPARE(QByteArray::fromStdString((*read)[index]),
                 QByteArray::fromStdString(texts[index]).toHex().toUpper());
}

void ServerLawsTest::findsWhatPcreFinds()
{
    FETCH_ARCHIVE();
    RegexGenerator generator(20261211);
    std::vector<ArchiveSql> conditions;
    std::vector<qint64> expected;
    QStringList names;
    while (conditions.size() < generatedCases<std::size_t>(3'000, 1'000)) {
        const Filter::RegexValue value = generator.regex();
        const auto regex = Filter::Regex::compile(value);
        const auto pattern = regex ? re2Pattern(value) : Re2Obstacle::Group;
        const auto *re2 = std::get_if<std::string>(&pattern);
        if (!re2)
            continue;
        for (int texts = 0; texts < 5; ++texts) {
            const std::string text = generator.text();
            Filter::SearchTime time;
            conditions.push_back("match(" + ArchiveSql::literal(text) + ", " + ArchiveSql::literal(*re2)
                                 + ")");
            expected.push_back(regex->search(text, {}, time) == Filter::Match::Yes ? 1 : 0);
            names.append(QString::fromStdString(value.pattern + "  in  " + text));
        }
    }

    compareTruths(archive, conditions, expected, names);
}

/// On texts in form C: the others have forms.
void ServerLawsTest::comparesTextsAsFiltersDo()
{
    FETCH_ARCHIVE();
    std::mt19937_64 random(2); // NOLINT(cert-msc51-cpp): the same texts each time
    std::vector<ArchiveSql> conditions;
    std::vector<qint64> expected;
    QStringList names;
    const Filter::FieldReference field = Field::Action;
    while (conditions.size() < generatedCases<std::size_t>(2'000, 800)) {
        const std::string wanted = randomText(random);
        std::string text = randomText(random);
        if (random() % 3 == 0) {
            text += wanted;
            text += randomText(random);
        }
        if (wanted.empty())
            continue;
        Filter::TextValue value{wanted, {}};
        const auto kind = random() % 3;
        TextTests tests;
        if (kind == 0) {
            tests.addEqual(wanted);
        } else if (kind == 1) {
            tests.addContained(wanted);
        } else {
            for (std::size_t place = 0; place < wanted.size(); ++place) {
                if (wanted[place] == '*' || wanted[place] == '?')
                    value.wildcards.push_back(static_cast<qsizetype>(place));
            }
            tests.addPattern(value);
        }
        const auto comparison = kind == 1 ? Filter::Comparison::Contains : Filter::Comparison::Matches;
        const auto matcher = Filter::ValueMatcher::compile({field, comparison, {value}});
        conditions.push_back(tests.sql(ArchiveSql::literal(text)));
        expected.push_back(matcher->matches(text) == Filter::Match::Yes ? 1 : 0);
        names.append(QString::fromStdString(wanted + "  and  " + text));
    }

    compareTruths(archive, conditions, expected, names);
}

void ServerLawsTest::sortsLikeAStableSort_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("keys");
    for (std::size_t index = 0; index < m_engines.size(); ++index) {
        for (const char *keys : {"-created",     "created",       "actor",    "-actor",
                                 "received,-ip", "-op,@n,target", "@n",       "-@n",
                                 "@tags,-id",    "weekday,-hour", "@m",       "-@m",
                                 "@d",           "@d2",           "-@o",      "@s",
                                 "@deep",        "@items.id",     "-message", "@list[*]"})
            QTest::addRow("%s, %s", m_engines[index].name.constData(), keys)
                << static_cast<int>(index) << QString::fromLatin1(keys);
    }
}

void ServerLawsTest::sortsLikeAStableSort()
{
    FETCH_ARCHIVE();
    QFETCH(const QString, keys);
    const auto order = parseSortOrder(keys);
    QVERIFY(order.hasValue());
    const LocalTimeSql localTime = localTimeOf(archive, m_context);
    std::vector<qint64> expected;
    for (const RowId row : PlainQuery::sortedRows(records(), *order, m_context))
        expected.push_back(row.value);

    const auto found = archive.pageRows(pageSql(allEvents(), orderSql(*order, &localTime), 0, 100'000));

    QVERIFY2(found.hasValue(), found ? "" : qPrintable(found.error().message));
    QVERIFY(*found == expected);
}

void ServerLawsTest::readsPagesOfAnyOrder()
{
    FETCH_ARCHIVE();
    const LocalTimeSql localTime = localTimeOf(archive, m_context);
    for (const QString &keys : {u"-created"_s, u"actor,-created"_s}) {
        const OrderSql order = orderSql(*parseSortOrder(keys), &localTime);
        const auto all = archive.pageRows(pageSql(allEvents(), order, 0, 100'000));
        QVERIFY(all.hasValue());
        const auto part = archive.pageRows(pageSql(allEvents(), order, 100, 50));
        QVERIFY(part.hasValue());
        QVERIFY(std::ranges::equal(*part, std::span(*all).subspan(100, 50)));
        const auto first = archive.pageRows(firstRowsSql(allEvents(), order, 70), true);
        QVERIFY(first.hasValue());
        QVERIFY(std::ranges::equal(*first, std::span(*all).first(70)));
    }
}

void ServerLawsTest::countsFacets_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("field");
    for (std::size_t index = 0; index < m_engines.size(); ++index) {
        for (const char *field : {"action", "actor.email", "op", "id", "ip", "hour", "weekday", "created",
                                  "@n", "@tags", "@o", "@m", "@dup", "@missing", "@deep"})
            QTest::addRow("%s, %s", m_engines[index].name.constData(), field)
                << static_cast<int>(index) << QString::fromLatin1(field);
    }
}

void ServerLawsTest::countsFacets()
{
    FETCH_ARCHIVE();
    QFETCH(const QString, field);
    const auto reference = fieldNamed(field);
    const bool isTime = reference == Filter::FieldReference(Field::Created);
    std::map<std::string, qint64> counts;
    for (const EventRecord &record : records()) {
        auto values = PlainQuery::values(record, reference, m_context.displayZone);
        std::ranges::sort(values);
        values.erase(std::ranges::unique(values).begin(), values.end());
        if (values.empty())
            ++counts[std::string()];
        for (const std::string &value : values)
            ++counts[isTime ? std::to_string(parseTime(value)->value) : value];
    }
    std::vector<std::pair<std::string, qint64>> sorted(counts.begin(), counts.end());
    std::ranges::stable_sort(sorted, [](const auto &left, const auto &right) {
        if (left.second != right.second)
            return left.second > right.second;
        return !left.first.empty() && right.first.empty();
    });
    std::vector<std::string> expected;
    for (const auto &[value, count] : sorted)
        expected.push_back(counted(value, count));
    const LocalTimeSql localTime = localTimeOf(archive, m_context);
    const FacetSql facets(allEvents(), 0, &localTime);

    const auto bytes = archive.session().ask(facets.ofField(reference), {});

    QVERIFY2(bytes.hasValue(), bytes ? "" : qPrintable(bytes.error().message));
    RowBinaryReader reader(*bytes);
    std::vector<std::string> found;
    while (!reader.atEnd()) {
        const std::string value(reader.readText());
        found.push_back(counted(value, reader.readInt64()));
    }
    QVERIFY(found == expected);
}

void ServerLawsTest::countsFacetsInOnePass()
{
    FETCH_ARCHIVE();
    if (!archive.session().profile().hasGroupingSets())
        QSKIP("This version has no GROUPING SETS.");
    const LocalTimeSql localTime = localTimeOf(archive, m_context);
    const FacetSql facets(allEvents(), 4, &localTime);
    const std::vector<Filter::FieldReference> fields{Field::Action, Filter::DerivedField::Hour, Field::Id,
                                                     Filter::DerivedField::Weekday};
    std::vector<std::string> expected;
    for (std::size_t index = 0; index < fields.size(); ++index) {
        const auto bytes = archive.session().ask(facets.ofField(fields[index]), {});
        QVERIFY(bytes.hasValue());
        RowBinaryReader reader(*bytes);
        while (!reader.atEnd()) {
            const std::string value(reader.readText());
            const qint64 count = reader.readInt64();
            expected.push_back(std::to_string(index) + ' ' + counted(value, count));
        }
    }

    const auto bytes = archive.session().ask(facets.ofFields(fields), {});

    QVERIFY2(bytes.hasValue(), bytes ? "" : qPrintable(bytes.error().message));
    RowBinaryReader reader(*bytes);
    std::vector<std::string> found;
    while (!reader.atEnd()) {
        const std::string index = std::to_string(reader.readUInt8());
        const std::string value(reader.readText());
        const qint64 count = reader.readInt64();
        found.push_back(index + ' ' + counted(value, count));
    }
    QVERIFY(found == expected);
}

void ServerLawsTest::countsByTime_data()
{
    QTest::addColumn<int>("engine");
    QTest::addColumn<QString>("division");
    for (std::size_t index = 0; index < m_engines.size(); ++index) {
        for (const char *division : {"width", "equal", "equal, many", "round"})
            QTest::addRow("%s, %s", m_engines[index].name.constData(), division)
                << static_cast<int>(index) << QString::fromLatin1(division);
    }
}

void ServerLawsTest::countsByTime()
{
    FETCH_ARCHIVE();
    QFETCH(const QString, division);
    const auto [earliest, latest] = std::ranges::minmax_element(
        records(), {}, [](const EventRecord &record) { return record.event.created; });
    const TimeExtent extent{earliest->event.created, latest->event.created};
    const auto calendar = Filter::ZoneCalendar::open(m_context.displayZone);
    HistogramRequest request{IntervalBins{UtcMicros::PerHour}};
    if (division == u"equal"_s)
        request.division = EqualBins{97};
    else if (division == u"equal, many"_s)
        request.division = EqualBins{100'000};
    else if (division == u"round"_s)
        request.division = RoundBins{50};
    const auto bins = divideTime(request, extent, *calendar);
    const TimeGroups groups = division == u"width"_s
        ? TimeGroups::ofWidth(bins.front().start, UtcMicros::PerHour)
        : division == u"round"_s ? TimeGroups::ofBins(bins)
                                 : TimeGroups::ofEqual(bins);
    std::vector<qint64> expected(bins.size());
    for (const EventRecord &record : records()) {
        const auto after = std::ranges::upper_bound(bins, record.event.created, {}, &HistogramBin::start);
        ++expected[static_cast<std::size_t>(after - bins.begin()) - 1];
    }

    const auto bytes = archive.session().ask(groupCountsSql(allEvents(), groups), {});

    QVERIFY2(bytes.hasValue(), bytes ? "" : qPrintable(bytes.error().message));
    RowBinaryReader reader(*bytes);
    std::vector<qint64> found(bins.size());
    while (!reader.atEnd()) {
        const std::size_t bin = groups.binOf(reader.readInt64());
        QVERIFY(bin < bins.size());
        found[bin] += reader.readInt64();
    }
    QVERIFY(found == expected);
}

TRAILGLASS_TEST(ServerLawsTest)
#include "tst_serverlaws.moc"
