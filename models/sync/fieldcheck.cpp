// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/fieldcheck.h"

#include "models/core/countargument.h"
#include "models/core/orderedpieces.h"
#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/store/dictionarydamage.h"
#include "models/store/eventinserter.h"
#include "models/store/eventreader.h"
#include "models/store/sqlerror.h"
#include "models/store/stablehash.h"
#include "models/sync/fieldreader.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Trailglass {

namespace {

/// Row numbers that a thread compares at once: enough that opening a transaction for them costs nothing, few enough to say
/// often how far it is.
constexpr qint64 RowsAtOnce = 4096;
/// Events named in a sentence.
constexpr qsizetype MaxExamples = 5;
/// Characters of a value in a sentence.
constexpr std::size_t MaxValueSize = 60;

/// The fields whose values are in the JSON; `actor` and `target` are made of others.
constexpr std::array CheckedFields{
    Field::Id,       Field::Created,    Field::Action,      Field::Category,    Field::Op,
    Field::Outcome,  Field::ActorId,    Field::ActorEmail,  Field::ActorName,   Field::ActorType,
    Field::TargetId, Field::TargetName, Field::TargetType,  Field::Ip,          Field::UserAgent,
    Field::Channel,  Field::Workspace,  Field::Environment, Field::Correlation, Field::Message};

QString shown(std::string_view value)
{
    QString text = visibleText(value.substr(0, MaxValueSize));
    return value.size() > MaxValueSize ? text + QChar(0x2026) : text;
}

QString nameOf(const EventRecord &record)
{
    return tr("%1 of %2").arg(shown(record.event.id), visibleText(record.source));
}

/// Whether none of the fields differs, as nearly always where none follows from settings: no texts are made then.
bool hasSameFields(const Event &stored, const Event &read)
{
    return stored.created == read.created && stored.operation == read.operation
        && stored.outcome == read.outcome && stored.id == read.id && stored.action == read.action
        && stored.category == read.category && stored.actor == read.actor && stored.target == read.target
        && stored.ip == read.ip && stored.userAgent == read.userAgent && stored.channel == read.channel
        && stored.workspace == read.workspace && stored.environment == read.environment
        && stored.correlation == read.correlation && stored.message == read.message;
}

/// What differs in one field.
struct Difference
{
    qint64 events = 0;
    QStringList examples; ///< of events
    QString stored; ///< of the first
    QString read;

    void add(const EventRecord &record, std::string_view storedValue, std::string_view readValue)
    {
        if (++events == 1) {
            stored = shown(storedValue);
            read = shown(readValue);
        }
        if (examples.size() < MaxExamples)
            examples.append(nameOf(record));
    }

    /// Adds what was found in later events.
    void append(const Difference &later)
    {
        if (events == 0) {
            stored = later.stored;
            read = later.read;
        }
        events += later.events;
        examples += later.examples.first(std::min(later.examples.size(), MaxExamples - examples.size()));
    }

    [[nodiscard]] QString sentence(const QString &field) const
    {
        const QString text = Trailglass::tr(
            "%Ln event(s) differ from their JSON in %1; the first has “%2” instead of “%3”: %4. Either "
            "the database was damaged, or another version of Trailglass stored them.",
            nullptr, countArgument(events));
        return text.arg(field, stored, read, examples.join(QStringLiteral(", ")));
    }

    /// Of what is no field: the time of the last change.
    [[nodiscard]] QString revisedSentence() const
    {
        const QString text = Trailglass::tr(
            "%Ln event(s) differ from their JSON in the time of the last change; the first has “%1” instead "
            "of “%2”: %3. Either the database was damaged, or another version of Trailglass stored them.",
            nullptr, countArgument(events));
        return text.arg(stored, read, examples.join(QStringLiteral(", ")));
    }
};

/// What differs in consecutive events.
struct Differences
{
    qint64 events = 0; ///< that were compared
    std::array<Difference, CheckedFields.size()> fields;
    Difference revised;
    Difference unreadable;
    QString damage; ///< what could not be read at all: the first of it

    /// Adds what was found in later events.
    void append(const Differences &later)
    {
        events += later.events;
        for (std::size_t place = 0; place < fields.size(); ++place)
            fields[place].append(later.fields[place]);
        revised.append(later.revised);
        unreadable.append(later.unreadable);
        damage = damage.isEmpty() ? later.damage : damage;
    }

    [[nodiscard]] QStringList sentences() const
    {
        QStringList sentences;
        for (std::size_t place = 0; place < fields.size(); ++place) {
            if (fields[place].events > 0)
                sentences.append(fields[place].sentence(toQString(name(CheckedFields[place]))));
        }
        if (revised.events > 0)
            sentences.append(revised.revisedSentence());
        if (unreadable.events > 0)
            sentences.append(Trailglass::tr("The JSON of %Ln event(s) is not valid for their source: %1.",
                                            nullptr, countArgument(unreadable.events))
                                 .arg(unreadable.examples.join(QStringLiteral(", "))));
        if (!damage.isEmpty())
            sentences.append(damage);
        return sentences;
    }
};

/// Compares events with their JSON, one after the other.
class Comparison
{
public:
    explicit Comparison(const FieldReader &reader)
        : m_reader(reader)
    {
    }

    void add(const EventRecord &record)
    {
        ++m_found.events;
        Result<Event> event = FieldReader::readWithoutSettings(record);
        if (!event) {
            m_found.unreadable.add(record, {}, {});
            return;
        }
        // Without its settings, nobody can tell which fields come from them.
        if (!m_reader.canRead(record.source))
            return;
        m_again.event = *std::move(event);
        const std::vector<bool> &ofSettings = fieldsOfSettings(record);
        if (!hasSameFields(record.event, m_again.event))
            compareFields(record, ofSettings);
        if (record.event.revised != m_again.event.revised)
            m_found.revised.add(record, timeText(record.event.revised), timeText(m_again.event.revised));
    }

    void noteDamage(const QString &sentence) { m_found.damage = sentence; }
    [[nodiscard]] Differences take() { return std::move(m_found); }

private:
    /// Compares their texts, which are what a sentence shows.
    void compareFields(const EventRecord &record, const std::vector<bool> &ofSettings)
    {
        // Where a field follows from settings, all events come here, and the time is the one whose text takes long.
        const bool isSameTime = record.event.created == m_again.event.created;
        for (std::size_t place = 0; place < CheckedFields.size(); ++place) {
            if (ofSettings[place] || (isSameTime && CheckedFields[place] == Field::Created))
                continue;
            const std::string_view stored = fieldText(record, CheckedFields[place], m_storedScratch);
            const std::string_view read = fieldText(m_again, CheckedFields[place], m_readScratch);
            if (stored != read)
                m_found.fields[place].add(record, stored, read);
        }
    }

    static std::string timeText(const std::optional<UtcMicros> &time)
    {
        return time ? formatTime(*time) : std::string();
    }

    /// Which fields of a source's events its settings determine, by position: nothing that the JSON could
    /// contradict.
    const std::vector<bool> &fieldsOfSettings(const EventRecord &record)
    {
        const auto [entry, isNew] = m_fieldsOfSettings.try_emplace(record.source, CheckedFields.size());
        const Result<Event> event = isNew ? m_reader.read(record) : Result<Event>(Event());
        if (!isNew || !event)
            return entry->second;
        EventRecord withSettings;
        withSettings.event = *event;
        for (std::size_t place = 0; place < CheckedFields.size(); ++place)
            entry->second[place] = fieldText(withSettings, CheckedFields[place], m_storedScratch)
                != fieldText(m_again, CheckedFields[place], m_readScratch);
        return entry->second;
    }

    const FieldReader &m_reader;
    std::map<std::string, std::vector<bool>> m_fieldsOfSettings; ///< by source
    EventRecord m_again;
    Differences m_found;
    std::string m_storedScratch;
    std::string m_readScratch;
};

/// Looks in events for the texts that were stored in the place of damaged ones.
class TextFinder
{
public:
    explicit TextFinder(std::vector<DamagedText> damaged)
        : m_damaged(std::move(damaged))
        , m_found(m_damaged.size())
    {
        for (std::size_t place = 0; place < m_damaged.size(); ++place) {
            m_byHash[m_damaged[place].hash].push_back(place);
            // It may be the hash that was altered: then an event has the text that stands there.
            m_byHash[stableHash(m_damaged[place].text)].push_back(place);
        }
    }

    void look(const Event &event)
    {
        for (const auto &[dictionary, text] : codedTexts(event)) {
            const auto places = m_byHash.find(stableHash(text));
            if (text.empty() || places == m_byHash.end())
                continue;
            for (const std::size_t place : places->second) {
                const DamagedText &damaged = m_damaged[place];
                if (damaged.dictionary != dictionary)
                    continue;
                const bool isStored = stableHash(text) == damaged.hash;
                // The hash outweighs a text that happens to occur elsewhere.
                if (isStored || (m_found[place].empty() && text == damaged.text))
                    m_found[place] = text;
            }
        }
    }

    [[nodiscard]] std::vector<DamagedText> restored() const
    {
        std::vector<DamagedText> restored;
        for (std::size_t place = 0; place < m_damaged.size(); ++place) {
            if (m_found[place].empty())
                continue;
            restored.push_back(m_damaged[place]);
            restored.back().text = m_found[place];
        }
        return restored;
    }

private:
    std::vector<DamagedText> m_damaged;
    std::vector<std::string> m_found; ///< by place of the damaged text; empty until found
    std::unordered_map<quint64, std::vector<std::size_t>> m_byHash; ///< places
};

/// Compares the events of ranges.
class RangeComparison
{
public:
    static Result<std::unique_ptr<RangeComparison>> open(const QString &workspace)
    {
        TRY(auto reader, EventReader::open(workspace));
        TRY(auto fields, FieldReader::open(*reader));
        return std::unique_ptr<RangeComparison>(new RangeComparison(std::move(reader), std::move(fields)));
    }

    [[nodiscard]] const EventReader &reader() const { return *m_reader; }
    [[nodiscard]] const FieldReader &fields() const { return m_fields; }

    Result<Differences> compare(const EventRange &range, const CancelToken &cancel) const
    {
        Comparison comparison(m_fields);
        const auto scanned =
            m_reader->scan(range, EventReader::WithRaw::Yes, cancel,
                           [&comparison](const EventRecord &record) { comparison.add(record); });
        if (!scanned && scanned.error().kind == ErrorKind::Cancelled)
            return scanned.error();
        if (!scanned)
            comparison.noteDamage(scanned.error().message);
        return comparison.take();
    }

private:
    RangeComparison(std::unique_ptr<EventReader> reader, FieldReader fields)
        : m_reader(std::move(reader))
        , m_fields(std::move(fields))
    {
    }

    std::unique_ptr<EventReader> m_reader;
    FieldReader m_fields;
};

} // namespace

Result<QStringList> checkFields(const QString &workspace, const CancelToken &cancel,
                                const FieldCheckProgress &progress, unsigned threads)
{
    TRY(const auto opened, RangeComparison::open(workspace));
    TRY(const std::vector<EventRange> ranges, opened->reader().ranges(RowsAtOnce));
    const auto makeWork = [&]() -> PieceWork<Differences> {
        // Opened by the thread that uses it.
        const auto comparison = std::make_shared<std::unique_ptr<RangeComparison>>();
        return [&, comparison](qint64 number) -> Result<Differences> {
            if (!*comparison) {
                TRY(*comparison, RangeComparison::open(workspace));
            }
            return (*comparison)->compare(ranges[static_cast<std::size_t>(number)], cancel);
        };
    };
    Differences all;
    const auto take = [&](const Differences &found) -> Result<void> {
        all.append(found);
        if (progress)
            progress(all.events);
        return cancel.isCancelled() ? storeStopped() : Result<void>();
    };
    TRY(doPiecesInOrder<Differences>(static_cast<qint64>(ranges.size()), makeWork, take, threads));
    return opened->fields().problems() + all.sentences();
}

Result<int> repairTexts(const QString &workspace, const CancelToken &cancel)
{
    TRY(auto damaged, damagedTexts(workspace));
    if (damaged.empty())
        return 0;
    TextFinder finder(std::move(damaged));
    {
        // Closed before anything is written.
        TRY(const auto reader, EventReader::open(workspace));
        TRY(const auto fields, FieldReader::open(*reader));
        const auto look = [&](const EventRecord &record) {
            const auto event = fields.canRead(record.source) ? fields.read(record)
                                                             : FieldReader::readWithoutSettings(record);
            if (event)
                finder.look(*event);
        };
        const auto scanned = reader->scan(EventReader::WithRaw::Yes, cancel, look);
        // Damaged events are no evidence; the others are.
        if (!scanned && scanned.error().kind == ErrorKind::Cancelled)
            return scanned.error();
    }
    const std::vector<DamagedText> restored = finder.restored();
    if (restored.empty())
        return 0;
    TRY(restoreTexts(workspace, restored));
    return static_cast<int>(restored.size());
}

} // namespace Trailglass
