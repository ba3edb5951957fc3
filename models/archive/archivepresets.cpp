// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/archive/archivepresets.h"

#include "models/archive/archiveerror.h"
#include "models/archive/archivesession.h"
#include "models/archive/ledgertables.h"
#include "models/archive/nativeblock.h"
#include "models/archive/rowbinary.h"
#include "models/core/text.h"
#include "models/core/translation.h"

#include <QRandomGenerator>

#include <map>
#include <string>
#include <vector>

namespace Trailglass {

namespace {

/// What expressions, columns, orders and rules of a line mean. Lines of a later one are not shown.
constexpr quint32 PresetFormat = 1;

/// A line that counts.
struct PresetLine
{
    std::string name;
    quint64 version = 0;
    quint64 attempt = 0;
    bool isDeleted = false;
    Preset preset;
};

using PresetLines = std::map<std::string, PresetLine>; ///< by name

Error tooManyPresets(const ArchivePlace &place)
{
    return {.kind = ErrorKind::TooLarge,
            .message = Trailglass::tr("The archive at %1 has more than %2 presets, which are not read. Ask "
                                      "its administrator to delete some.")
                           .arg(place.server(), QString::number(SharedPresetLimits::MaxPresets))};
}

Error readOnlyAuthor(const ArchivePlace &place)
{
    return {.kind = ErrorKind::Forbidden,
            .message = Trailglass::tr(
                           "The user “%1” of the archive at %2 may only read, and cannot change the presets "
                           "that all share. Use a user with the right to insert into the table “preset”, or "
                           "keep presets of your own.")
                           .arg(place.user(), place.server())};
}

Error noRoomForPresets(const ArchivePlace &place)
{
    return {.kind = ErrorKind::Unsupported,
            .message = Trailglass::tr(
                           "The archive at %1 was made before archives could keep presets. Its administrator "
                           "adds the room for them: in the window File → Manage archive… → Create archive…, "
                           "on the command line trailglass-cli archive create %2")
                           .arg(place.server(), place.text())};
}

Error changedAtOnce(const std::string &name)
{
    return {.kind = ErrorKind::Locked,
            .message = Trailglass::tr(
                           "Somebody else changed the preset “%1” in the archive at the same moment. Look at "
                           "it, and change it again.")
                           .arg(visibleText(name))};
}

/// The last line of each name, deleted ones included.
/// \error NotFound: there is no table
Result<PresetLines> readPresetLines(ArchiveSession &session, const CancelToken &cancel)
{
    const ArchiveSql sql = "SELECT name, version, attempt, toInt64(state), expression, columns, sort, "
                           "colour_rules FROM (SELECT name, "
                           "version, attempt, state, expression, columns, sort, colour_rules, format FROM "
                           "preset ORDER BY name, version "
                           "DESC, attempt DESC LIMIT 1 BY name) WHERE format <= "
        + ArchiveSql::number(quint64{PresetFormat})
        + " AND length(name) + length(expression) + length(columns) + length(sort) + length(colour_rules) <= "
        + ArchiveSql::number(SharedPresetLimits::MaxPresetBytes) + " ORDER BY name LIMIT "
        + ArchiveSql::number(SharedPresetLimits::MaxPresets + 1);
    TRY(const QByteArray bytes, session.ask(sql, cancel));
    RowBinaryReader reader(bytes);
    PresetLines lines;
    while (!reader.atEnd()) {
        PresetLine line;
        line.name = reader.readText();
        line.version = reader.readUInt64();
        line.attempt = reader.readUInt64();
        line.isDeleted = reader.readInt64() != 1;
        line.preset.name = toQString(line.name);
        line.preset.expression = toQString(reader.readText());
        line.preset.columns = toQString(reader.readText());
        line.preset.sort = toQString(reader.readText());
        line.preset.colourRules = toQString(reader.readText());
        TRY(reader.check());
        const std::string name = line.name;
        lines.insert_or_assign(name, std::move(line));
    }
    if (lines.size() > SharedPresetLimits::MaxPresets)
        return tooManyPresets(session.place());
    return lines;
}

QList<Preset> listedPresets(const PresetLines &lines)
{
    QList<Preset> presets;
    for (const auto &[name, line] : lines) {
        if (!line.isDeleted)
            presets.append(line.preset);
    }
    return presets;
}

/// The lines that make the changes, each with the next version of its name.
std::vector<PresetLine> changeLines(const PresetLines &before, const PresetChanges &changes, quint64 attempt)
{
    PresetLines changed;
    const auto add = [&](const Preset &preset, bool isDeleted) {
        const std::string name = toUtf8(preset.name);
        const auto known = before.find(name);
        const quint64 version = known == before.end() ? 1 : known->second.version + 1;
        changed.insert_or_assign(name, PresetLine{name, version, attempt, isDeleted, preset});
    };
    for (const QString &name : changes.deleted) {
        const auto known = before.find(toUtf8(name));
        if (known != before.end() && !known->second.isDeleted)
            add({name, {}}, true);
    }
    for (const Preset &preset : changes.saved)
        add(preset, false);
    std::vector<PresetLine> lines;
    for (const auto &[name, line] : changed)
        lines.push_back(line);
    return lines;
}

QByteArray presetBlock(const std::vector<PresetLine> &lines, const QString &author, UtcMicros at)
{
    constexpr auto Plain = NativeTexts::Coding::Plain;
    NativeTexts names(Plain);
    NativeTexts expressions(Plain);
    NativeTexts columns(Plain);
    NativeTexts orders(Plain);
    NativeTexts rules(Plain);
    NativeTexts authors(Plain);
    std::vector<quint64> versions;
    std::vector<quint64> attempts;
    std::vector<qint8> states;
    for (const PresetLine &line : lines) {
        names.append(line.name);
        expressions.append(toUtf8(line.preset.expression));
        columns.append(toUtf8(line.preset.columns));
        orders.append(toUtf8(line.preset.sort));
        rules.append(toUtf8(line.preset.colourRules));
        authors.append(toUtf8(author));
        versions.push_back(line.version);
        attempts.push_back(line.attempt);
        states.push_back(static_cast<qint8>(line.isDeleted ? 0 : 1));
    }
    NativeBlock block(PresetColumns.size(), lines.size(), 1024 + expressions.bytes() + rules.bytes());
    block.addTexts("name", names);
    block.addNumbers("version", versions);
    block.addNumbers("attempt", attempts);
    block.addNumbers("state", states);
    block.addTexts("expression", expressions);
    block.addTexts("columns", columns);
    block.addTexts("sort", orders);
    block.addTexts("colour_rules", rules);
    block.addTexts("author", authors);
    block.addNumbers("format", std::vector<quint32>(lines.size(), PresetFormat));
    block.addNumbers("at", std::vector<qint64>(lines.size(), at.value));
    return std::move(block).take();
}

/// Whether each of some lines is the one that counts.
Result<void> requireCounting(ArchiveSession &session, const std::vector<PresetLine> &lines,
                             const CancelToken &cancel)
{
    TRY(const PresetLines now, readPresetLines(session, cancel));
    for (const PresetLine &line : lines) {
        const auto there = now.find(line.name);
        if (there == now.end() || there->second.version != line.version
            || there->second.attempt != line.attempt)
            return changedAtOnce(line.name);
    }
    return {};
}

} // namespace

Result<QList<Preset>> archivePresets(ArchiveSession &session, const CancelToken &cancel)
{
    const Result<PresetLines> lines = readPresetLines(session, cancel);
    if (lines)
        return listedPresets(*lines);
    return lines.error().kind == ErrorKind::NotFound ? Result<QList<Preset>>(QList<Preset>()) : lines.error();
}

Result<void> changeArchivePresets(ArchiveSession &session, const ArchivePresetPlan &plan, const Clock &clock,
                                  const CancelToken &cancel)
{
    if (session.profile().isReadOnly())
        return readOnlyAuthor(session.place());
    const Result<PresetLines> before = readPresetLines(session, cancel);
    if (!before)
        return before.error().kind == ErrorKind::NotFound ? noRoomForPresets(session.place())
                                                          : before.error();
    TRY(const PresetChanges changes, plan(listedPresets(*before)));
    const quint64 attempt = QRandomGenerator::system()->generate64();
    const std::vector<PresetLine> lines = changeLines(*before, changes, attempt);
    if (lines.empty())
        return {};
    const QByteArray block = presetBlock(lines, session.place().user(), clock.now());
    const Result<void> sent =
        session.insert("INSERT INTO preset FORMAT Native", block,
                       QStringLiteral("tg-preset-%1").arg(attempt, 16, 16, QLatin1Char('0')), cancel);
    if (!sent && !isOutcomeUnknown(sent.error()))
        return sent;
    const Result<void> counting = requireCounting(session, lines, cancel);
    return sent || counting ? counting : sent;
}

} // namespace Trailglass
