// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Any settings file: every value is in its range, what is read can be written and read again, and the texts that it keeps
// (columns, order, colour rules, terms that are off) are read or refused. Of the same bytes: what is set of syncs, and the list
// of approved references.

#include "models/config/settings.h"
#include "models/exporting/column.h"
#include "models/filter/filterinput.h"
#include "models/query/sortorder.h"
#include "models/table/colourrule.h"
#include "tests/fuzz/fuzztarget.h"
#include "tests/fuzz/syncsettingslaws.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

#include <algorithm>
#include <string_view>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Fuzz::require;

namespace {

// The group of this workspace in a file is the beginning of the SHA-256 of its path: seeds name it.
const auto Workspace = u"/fuzz/workspace"_s;
constexpr int MaxPixels = 10'000;

/// What a file says of table, filter and layout.
struct Remembered
{
    QString columns;
    QMap<QString, int> widths;
    QString sort;
    int frozen = 0;
    QString rules;
    std::optional<QList<FilterGroupSetting>> groups;
    QString filter;
    QStringList disabled;
    QStringList history;
    int height = 0;
    QList<int> pageSizes;
    QList<int> listSizes;
    QByteArray geometry;
    QByteArray zone;
    QString appearance;

    explicit Remembered(const Settings &settings)
        : columns(settings.columns())
        , widths(settings.columnWidths())
        , sort(settings.sortOrder())
        , frozen(settings.frozenColumns())
        , rules(settings.colourRules())
        , groups(settings.filterGroups())
        , filter(settings.filterText())
        , disabled(settings.disabledTerms())
        , history(settings.filterHistory())
        , height(settings.histogramHeight())
        , pageSizes(settings.sourcesPageSizes())
        , listSizes(settings.sourcesListSizes())
        , geometry(settings.windowGeometry())
        , zone(settings.displayZone())
        , appearance(settings.appearance())
    {
    }

    void write(Settings &settings) const
    {
        settings.setColumns(columns);
        settings.setColumnWidths(widths);
        settings.setSortOrder(sort);
        settings.setFrozenColumns(frozen);
        settings.setColourRules(rules);
        if (groups)
            settings.setFilterGroups(*groups);
        settings.setFilterText(filter);
        settings.setDisabledTerms(disabled);
        settings.setFilterHistory(history);
        settings.setHistogramHeight(height);
        settings.setSourcesPageSizes(pageSizes);
        settings.setSourcesListSizes(listSizes);
        settings.setWindowGeometry(geometry);
        settings.setDisplayZone(zone);
        settings.setAppearance(appearance);
    }

    /// Whether all texts can be written as UTF-8, which half of a surrogate pair cannot.
    [[nodiscard]] bool canBeWritten() const
    {
        QStringList texts{columns, sort, rules, filter};
        texts += disabled + history + widths.keys();
        for (const FilterGroupSetting &group : groups.value_or(QList<FilterGroupSetting>()))
            texts.append(group.field);
        return std::ranges::all_of(texts, [](const QString &text) { return text.isValidUtf16(); });
    }

    friend bool operator==(const Remembered &, const Remembered &) = default;
};

/// Of the two parts of a page; empty where a file says nothing of them.
bool arePartSizes(const QList<int> &sizes)
{
    return sizes.isEmpty() || (sizes.size() == 2 && std::ranges::all_of(sizes, [](int size) {
                                   return size > 0 && size <= MaxPixels;
                               }));
}

void checkRanges(const Settings &settings, const Remembered &read)
{
    require(std::ranges::all_of(read.widths, [](int width) { return width > 0 && width <= MaxPixels; }),
            "a column has a width");
    require(read.frozen >= 0 && read.height >= 0 && read.height <= MaxPixels,
            "counts and heights are in range");
    require(arePartSizes(read.pageSizes) && arePartSizes(read.listSizes), "parts of a page have sizes");
    require(QTimeZone::isTimeZoneIdAvailable(read.zone), "the zone is one");
    require(QStringList({u"system"_s, u"light"_s, u"dark"_s}).contains(read.appearance),
            "an appearance is one");
    require(settings.recentPlaces().size() <= Settings::MaxRecent, "few places are recent");
    static_cast<void>(settings.timePrecision() + settings.rowDensity() + settings.histogramSplit()
                      + settings.inspectorTab() + settings.exportFolder());
    static_cast<void>(settings.isTimeRelative() || settings.isHistogramShown()
                      || settings.inspectorOpensItself() || settings.isInspectorMoved()
                      || settings.isWindowMaximised() || settings.showsEmptyFields()
                      || settings.exportsByteOrderMark() || settings.areChangesSideBySide()
                      || settings.showsUnchangedValues() || settings.isJsonFormatted());
    static_cast<void>(settings.windowState());
}

void checkTexts(const Remembered &read)
{
    static_cast<void>(parseColumns(read.columns));
    static_cast<void>(parseSortOrder(read.sort));
    const QList<ColourRule> rules = readColourRules(read.rules);
    require(rules.size() <= MaxColourRules && readColourRules(colourRulesText(rules)) == rules,
            "colour rules are written and read back");
    const DisabledTerms terms = toDisabledTerms(read.disabled);
    require(toDisabledTerms(toStrings(terms)) == terms, "terms that are off are written and read back");
}

void checkRewritten(const QString &fileName, const Remembered &read)
{
    {
        Settings settings(fileName);
        settings.setWorkspace(Workspace);
        read.write(settings);
    }
    Settings settings(fileName);
    settings.setWorkspace(Workspace);
    require(Remembered(settings) == read, "what is read can be written and read again");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view content = Fuzz::inputOf(data, size);
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"trailglass.ini"_s);
    {
        QFile file(fileName);
        require(file.open(QIODevice::WriteOnly)
                    && file.write(content.data(), static_cast<qint64>(content.size())) >= 0,
                "the file can be written");
    }
    Settings settings(fileName);
    settings.setWorkspace(Workspace);
    const Remembered read(settings);
    checkRanges(settings, read);
    checkTexts(read);
    const bool isEmpty = read.columns.isEmpty() && read.filter.isEmpty() && read.widths.isEmpty();
    Fuzz::reached(isEmpty ? "nothing remembered" : "remembered");
    if (read.canBeWritten())
        checkRewritten(folder.filePath(u"again.ini"_s), read);
    Fuzz::checkSyncSettings(fileName, folder.filePath(u"syncing.ini"_s));
    Fuzz::checkApprovals(content, folder.filePath(u"approvals.json"_s));
    return 0;
}
