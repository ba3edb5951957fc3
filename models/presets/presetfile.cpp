// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetfile.h"

#include "models/core/result.h"
#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/exporting/outputfile.h"
#include "models/presets/presetreferences.h"
#include "models/store/byteinput.h"
#include "models/store/workspacefiles.h"
#include "models/table/colourrule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

constexpr int FileVersion = 1;
constexpr auto FormatName = "trailglass-presets"_L1;
constexpr auto ColourRulesKey = "colour_rules"_L1;
constexpr std::size_t ReadBytes = 64 * 1024; ///< taken from the file at once

Error malformed(const QString &message)
{
    return {.kind = ErrorKind::Malformed, .message = message};
}

Error notAPresetFile()
{
    return malformed(tr("This is not a Trailglass preset file. Nothing was imported."));
}

QString shownName(const QString &name)
{
    return visibleText(name.left(200));
}

Error notAPreset(qsizetype number, const QString &name)
{
    const QString place = QString::number(number);
    return malformed(
        name.isEmpty()
            ? Trailglass::tr("Preset %1 is not valid. Nothing was imported.", "a number").arg(place)
            : Trailglass::tr("Preset %1 (“%2”) is not valid. Nothing was imported.", "a number, a name")
                  .arg(place, shownName(name)));
}

/// \param reason  a sentence
Error refusedPreset(qsizetype number, const QString &name, const QString &reason)
{
    const QString place = QString::number(number);
    return malformed(
        name.isEmpty()
            ? Trailglass::tr("Preset %1 is not valid. %2 Nothing was imported.", "a number, a sentence")
                  .arg(place, reason)
            : Trailglass::tr("Preset %1 (“%2”) is not valid. %3 Nothing was imported.",
                             "a number, a name, a sentence")
                  .arg(place, shownName(name), reason));
}

/// \returns nothing when there is something else than a text
std::optional<QString> textAt(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (value.isUndefined())
        return QString();
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

QString compactText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// \returns nothing when there is something else than a list
std::optional<QString> rulesAt(const QJsonObject &object)
{
    const QJsonValue value = object.value(ColourRulesKey);
    if (value.isUndefined())
        return QString();
    return value.isArray() ? std::optional(compactText(value.toArray())) : std::nullopt;
}

Result<Preset> readPreset(const QJsonValue &value, qsizetype number)
{
    const QJsonObject object = value.toObject();
    const auto name = textAt(object, "name"_L1);
    const auto expression = textAt(object, "expression"_L1);
    const auto columns = textAt(object, "columns"_L1);
    const auto sort = textAt(object, "sort"_L1);
    const auto rules = rulesAt(object);
    const bool isPreset = object.contains("expression"_L1) && name && expression && columns && sort && rules;
    if (!isPreset)
        return notAPreset(number, name.value_or(QString()));
    const Preset preset{*name, *expression, *columns, *sort, *rules};
    const Result<void> checked = checkPreset(preset);
    if (!checked)
        return refusedPreset(number, *name, checked.error().message);
    return preset;
}

/// All of an input, but not more than \a limit bytes: a device may have no end.
Result<QByteArray> readUpTo(qint64 limit, ByteInput &input, const CancelToken &cancel)
{
    QByteArray content;
    std::vector<char> buffer(ReadBytes);
    while (content.size() < limit) {
        TRY(const qint64 count, input.read(buffer, cancel));
        if (count == 0)
            break;
        content.append(buffer.data(), std::min(count, limit - content.size()));
    }
    return content;
}

} // namespace

QByteArray presetFileContent(const QList<Preset> &presets)
{
    QJsonArray array;
    for (const Preset &preset : presets) {
        QJsonObject object{{u"name"_s, preset.name}, {u"expression"_s, preset.expression}};
        if (!preset.columns.isEmpty())
            object.insert("columns"_L1, preset.columns);
        if (!preset.sort.isEmpty())
            object.insert("sort"_L1, preset.sort);
        if (const auto rules = QJsonDocument::fromJson(preset.colourRules.toUtf8()); rules.isArray())
            object.insert(ColourRulesKey, rules.array());
        array.append(object);
    }
    const QJsonObject file{{u"format"_s, FormatName}, {u"version"_s, FileVersion}, {u"presets"_s, array}};
    return QJsonDocument(file).toJson();
}

Result<QList<Preset>> readPresetFileContent(QByteArrayView content, const CancelToken &cancel)
{
    if (content.size() > LargestPresetFile) {
        return Error{.kind = ErrorKind::TooLarge,
                     .message = tr("A preset file can be at most %1 MiB. Nothing was imported.")
                                    .arg(LargestPresetFile / (1024 * 1024))};
    }
    const QJsonObject file = QJsonDocument::fromJson(content.toByteArray()).object();
    if (file.value("format"_L1) != QJsonValue(FormatName))
        return notAPresetFile();
    const double version = file.value("version"_L1).toDouble();
    if (version > FileVersion) {
        return Error{.kind = ErrorKind::NewerVersion,
                     .message =
                         tr("These presets were written by a newer Trailglass. Update Trailglass to read "
                            "them. Nothing was imported.")};
    }
    const QJsonValue list = file.value("presets"_L1);
    if (version != FileVersion || !list.isArray())
        return notAPresetFile();
    const QJsonArray array = list.toArray();
    if (array.size() > MaxPresetsInFile) {
        return Error{.kind = ErrorKind::TooLarge,
                     .message = tr("A preset file can contain at most %1 presets. Nothing was imported.")
                                    .arg(MaxPresetsInFile)};
    }
    QList<Preset> presets;
    for (const QJsonValue value : array) {
        if (cancel.isCancelled())
            return presetsCancelled();
        TRY(const auto preset, readPreset(value, presets.size() + 1));
        presets.append(preset);
    }
    return presets;
}

Result<void> writePresetFile(const QString &fileName, const QList<Preset> &presets, const QStringList &inUse,
                             const CancelToken &cancel)
{
    TRY(const auto file, OutputFile::open(fileName, inUse, cancel));
    const QByteArray content = presetFileContent(presets);
    const std::string_view bytes(content.constData(), static_cast<std::size_t>(content.size()));
    if (const Result<void> written = writeAll(file->device(), bytes, cancel); !written)
        return file->named(written.error());
    return file->commit();
}

Result<QList<Preset>> readPresetFile(const QString &fileName, const CancelToken &cancel)
{
    if (fileName != "-"_L1 && isWorkspaceFile(fileName))
        return notAPresetFile();
    TRY(const auto input, openByteInput(fileName));
    TRY(const QByteArray content, readUpTo(LargestPresetFile + 1, *input, cancel));
    return readPresetFileContent(content, cancel);
}

Result<QString> readColourRulesFile(const QString &fileName, const CancelToken &cancel)
{
    const auto refused = [](const QString &sentence) {
        return Error{.kind = ErrorKind::Usage, .message = sentence};
    };
    if (fileName != "-"_L1 && isWorkspaceFile(fileName))
        return refused(tr("This is a file of a workspace. Choose a file with colour rules."));
    TRY(const auto input, openByteInput(fileName));
    TRY(const QByteArray content, readUpTo(LargestPresetFile + 1, *input, cancel));
    if (content.size() > LargestPresetFile)
        return refused(
            tr("A file of colour rules can be at most %1 MiB.").arg(LargestPresetFile / 1'048'576));
    const auto parsed = parseColourRules(QString::fromUtf8(content));
    if (!parsed)
        return refused(parsed.error().message);
    const QStringList problems = parsed->problems();
    return problems.isEmpty() ? Result<QString>(colourRulesText(parsed->rules))
                              : refused(problems.join(u' '));
}

} // namespace Trailglass
