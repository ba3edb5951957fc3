// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/workspace/jsonsampler.h"

#include "models/filter/fieldnames.h"
#include "tests/runner/testclass.h"
#include "tests/workspace/workspacetesting.h"

#include <QSignalSpy>

using namespace Trailglass;
using namespace Trailglass::Testing;
using namespace Qt::StringLiterals;

namespace {

/// A text and how many events have it, "2 @a.b".
QStringList countedTexts(const JsonSample &sample)
{
    QStringList texts;
    for (const FacetValue &value : sample.values)
        texts += u"%1 %2"_s.arg(value.count).arg(QString::fromStdString(value.value.value_or("nothing")));
    return texts;
}

} // namespace

class JsonSamplerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_sampler.reset(); }

    void countsThePathsOfWhatTheFilterFinds();
    void countsTheValuesAtAPath();
    void readsTheNewestOfManyEvents();
    void looksAmongOldEventsWithoutAFilter();
    void findsNothingWithoutADatabase();
    void deliversOnlyTheNewestResult();
    void saysWhatIsWrong();

private:
    /// Events an hour apart, the last one newest.
    void add(SourceId source, const std::vector<std::string> &raws)
    {
        std::vector<Event> events;
        for (const std::string &raw : raws) {
            ++m_count;
            Event event = makeEvent("e" + std::to_string(m_count), raw);
            event.created = Noon + m_count * qint64(3'600'000'000);
            events.push_back(std::move(event));
        }
        QVERIFY(m_workspace->writer().commit(page(source, std::move(events))));
    }
    static Filter::JsonPath path(const QString &text)
    {
        const auto field = Filter::parseFieldReference(text);
        return std::get<Filter::JsonPath>(std::get<Filter::FieldReference>(field));
    }
    JsonSample sample(const QString &expression, const std::optional<Filter::JsonPath> &at = {})
    {
        QSignalSpy counted(m_sampler.get(), &JsonSampler::counted);
        m_sampler->count(request(expression), at);
        return counted.wait() ? counted.first().first().value<JsonSample>() : JsonSample{{}, {}, -1, false};
    }

    NoonClock m_clock;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<JsonSampler> m_sampler;
    int m_count = 0;
};

void JsonSamplerTest::init()
{
    failOnWarnings();
    m_count = 0;
    m_workspace = std::make_unique<Workspace>();
    m_sampler = std::make_unique<JsonSampler>(m_workspace->folder(), m_clock);
}

void JsonSamplerTest::countsThePathsOfWhatTheFilterFinds()
{
    add(m_workspace->addSource(u"work"_s), {R"({"a":{"b.c":1}})", R"({"a":{"b.c":2,"d":3}})"});
    add(m_workspace->addSource(u"diffs"_s), {R"({"e":[{"f":1},{"f":2}]})"});
    const JsonSample all = sample({});
    QCOMPARE(countedTexts(all), QStringList({u"2 @a.\"b.c\""_s, u"1 @a.d"_s, u"1 @e.f"_s}));
    QVERIFY(!all.path && all.isWhole);
    QCOMPARE(all.events, qint64(3));
    const JsonSample some = sample(u"source:diffs"_s);
    QCOMPARE(countedTexts(some), QStringList(u"1 @e.f"_s));
    QCOMPARE(some.events, qint64(1));
}

void JsonSamplerTest::countsTheValuesAtAPath()
{
    const std::string tooLong(JsonSampler::MaxValueBytes, 'z'); // with its quotes
    add(m_workspace->addSource(u"work"_s),
        {R"({"a":"x"})", R"({"a":["x","y","x"]})", R"({"a":12})", R"({"a":null,"b":1})", R"({"a":{}})",
         R"({"a":")" + tooLong + R"("})"});
    const JsonSample values = sample({}, path(u"@a"_s));
    QCOMPARE(countedTexts(values), QStringList({u"2 x"_s, u"1 12"_s, u"1 y"_s}));
    QVERIFY(values.path == path(u"@a"_s));
}

void JsonSamplerTest::readsTheNewestOfManyEvents()
{
    const SourceId source = m_workspace->addSource(u"work"_s);
    add(source, std::vector<std::string>(300, R"({"old":1})"));
    add(source, std::vector<std::string>(JsonSampler::MaxEvents, R"({"new":1})"));
    const JsonSample newest = sample(u"source:work"_s);
    QCOMPARE(countedTexts(newest), QStringList(u"500 @new"_s));
    QCOMPARE(newest.events, qint64(JsonSampler::MaxEvents));
    QVERIFY(!newest.isWhole);
}

void JsonSamplerTest::looksAmongOldEventsWithoutAFilter()
{
    const SourceId source = m_workspace->addSource(u"work"_s);
    add(source, std::vector<std::string>(300, R"({"old":1})"));
    add(source, std::vector<std::string>(1'000, R"({"new":1})"));
    const JsonSample all = sample({});
    QVERIFY(!all.isWhole);
    QVERIFY(countedTexts(all).last().endsWith(u"@old"_s));
}

void JsonSamplerTest::findsNothingWithoutADatabase()
{
    const JsonSample nothing = sample({});
    QVERIFY(nothing.values.empty() && nothing.isWhole);
    QCOMPARE(nothing.events, qint64(0));
}

void JsonSamplerTest::deliversOnlyTheNewestResult()
{
    add(m_workspace->addSource(u"work"_s), {R"({"a":1})"});
    QSignalSpy counted(m_sampler.get(), &JsonSampler::counted);
    m_sampler->count(request(), {});
    m_sampler->count(request(), path(u"@a"_s));
    QVERIFY(counted.wait());
    QCoreApplication::sendPostedEvents(); // whatever else has finished by now
    QCOMPARE(counted.size(), 1);
    QCOMPARE(countedTexts(counted.first().first().value<JsonSample>()), QStringList(u"1 1"_s));
}

void JsonSamplerTest::saysWhatIsWrong()
{
    m_workspace->fill(3);
    QSignalSpy failed(m_sampler.get(), &JsonSampler::failed);
    m_sampler->count(request(u"preset:unknown"_s), {});
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Usage);
}

TRAILGLASS_TEST(JsonSamplerTest)
#include "tst_jsonsampler.moc"
