// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/settingsfile.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QStringList>

#include <optional>

namespace Trailglass {

/// A group of the filter pane.
struct FilterGroupSetting
{
    QString field; ///< by name, or a JSON path
    bool isOpen = false;
    bool showsValues = false; ///< also where there are ranges

    friend bool operator==(const FilterGroupSetting &, const FilterGroupSetting &) = default;
};

/// What the window remembers between starts: an INI file in the user's configuration folder, 0600.
///
/// Table, filter and layout are remembered for each workspace, for those used last (SettingsFile::MaxWorkspaces);
/// everything else for the user.
/// A workspace whose layout was never set has the layout that was set last. The zone of times and the appearance are the
/// user's, the same in every workspace (docs/decisions/0038-presets-and-colours.md).
/// Nothing secret and nothing from a log is in it but the filter texts of the history. A damaged or
/// hand-edited value reads as its default. Where the file is none that SettingsFile reads, nothing is read and nothing
/// is remembered.
/// \thread GUI
class Settings : public QObject
{
    Q_OBJECT

public:
    /// \param fileName  empty: the standard place (QStandardPaths::AppConfigLocation/trailglass.ini)
    explicit Settings(const QString &fileName = {}, QObject *parent = nullptr);

    /// SettingsFile::error()
    [[nodiscard]] const std::optional<Error> &error() const;

    static constexpr int MaxRecent = 10; ///< places
    /// Whose table, filter and layout are meant from now on. Until then what is set of table and filter goes nowhere
    /// and every value is its default.
    /// \param folder  need not be there; links on the way to it make no difference
    void setWorkspace(const QString &folder);

    /// IANA name; `UTC` until chosen. One setting for every surface that shows times.
    [[nodiscard]] QByteArray displayZone() const;
    void setDisplayZone(const QByteArray &zone);

    /// `system`, `light` or `dark`.
    [[nodiscard]] QString appearance() const;
    void setAppearance(const QString &appearance);

    /// Layout: what the table cuts times to: `seconds`, `milliseconds` or `microseconds`; empty until chosen.
    [[nodiscard]] QString timePrecision() const;
    void setTimePrecision(const QString &precision);
    [[nodiscard]] bool isTimeRelative() const; ///< layout; false until chosen
    void setTimeRelative(bool isRelative);
    /// Layout: height of the table's rows: `compact`, `normal` or `comfortable`; empty until chosen.
    [[nodiscard]] QString rowDensity() const;
    void setRowDensity(const QString &density);

    /// Of the workspace: canonical text of the table's columns, as `--columns` takes them; empty until
    /// chosen.
    [[nodiscard]] QString columns() const;
    void setColumns(const QString &columns);
    /// Of the workspace: width in pixels by column title.
    [[nodiscard]] QMap<QString, int> columnWidths() const;
    void setColumnWidths(const QMap<QString, int> &widths);
    /// Of the workspace: as `--sort` takes it; empty until chosen.
    [[nodiscard]] QString sortOrder() const;
    void setSortOrder(const QString &order);

    /// Of the workspace: how many columns stay while the others are scrolled.
    [[nodiscard]] int frozenColumns() const;
    void setFrozenColumns(int count);
    /// Of the workspace: as colourRulesText() writes them; empty until there is one.
    [[nodiscard]] QString colourRules() const;
    void setColourRules(const QString &rules);

    /// Of the workspace: the groups of the filter pane, in order; nothing until they were set.
    [[nodiscard]] std::optional<QList<FilterGroupSetting>> filterGroups() const;
    void setFilterGroups(const QList<FilterGroupSetting> &groups);

    /// Of the workspace.
    [[nodiscard]] QString filterText() const;
    void setFilterText(const QString &text);
    /// Of the workspace: terms of the filter that are turned off, as toStrings() writes them.
    [[nodiscard]] QStringList disabledTerms() const;
    void setDisabledTerms(const QStringList &terms);
    [[nodiscard]] QStringList filterHistory() const;
    void setFilterHistory(const QStringList &history);

    /// Layout: what the colours of the histogram stand for, by the name of the field: `outcome` until chosen.
    [[nodiscard]] QString histogramSplit() const;
    void setHistogramSplit(const QString &field);
    [[nodiscard]] bool isHistogramShown() const; ///< true until hidden
    void setHistogramShown(bool isShown);
    [[nodiscard]] int histogramHeight() const; ///< px; 0 until set
    void setHistogramHeight(int height);

    /// Layout: whether the inspector opens when an event is chosen; true until set.
    [[nodiscard]] bool inspectorOpensItself() const;
    void setInspectorOpensItself(bool opens);
    /// Layout: whether the user has moved the inspector to another side; false until set.
    [[nodiscard]] bool isInspectorMoved() const;
    void setInspectorMoved(bool isMoved);
    /// Layout: the tab of the inspector that is in front: `fields`, `changes`, `related`, `json` or `raw`; empty
    /// until chosen.
    [[nodiscard]] QString inspectorTab() const;
    void setInspectorTab(const QString &tab);
    /// Layout: whether the inspector lists fields without a value; false until set.
    [[nodiscard]] bool showsEmptyFields() const;
    void setShowsEmptyFields(bool shows);
    /// Layout: whether the inspector shows changes side by side; false until set.
    [[nodiscard]] bool areChangesSideBySide() const;
    void setChangesSideBySide(bool areSideBySide);
    /// Layout: whether the inspector lists values that a change left as they were; false until set.
    [[nodiscard]] bool showsUnchangedValues() const;
    void setShowsUnchangedValues(bool shows);
    /// Layout: whether the inspector indents the JSON of an event; true until set.
    [[nodiscard]] bool isJsonFormatted() const;
    void setJsonFormatted(bool isFormatted);

    /// Layout: px of the lists of the page of the sources and of the details beside or below them; empty until set.
    [[nodiscard]] QList<int> sourcesPageSizes() const;
    /// \param sizes  two of them; empty: as in a new window
    void setSourcesPageSizes(const QList<int> &sizes);
    /// Layout: px of the table of the sources and of the runs below it; empty until set.
    [[nodiscard]] QList<int> sourcesListSizes() const;
    /// \param sizes  two of them; empty: as in a new window
    void setSourcesListSizes(const QList<int> &sizes);

    /// Folders of the workspaces and addresses of the archives that were opened, last opened first, at most MaxRecent.
    [[nodiscard]] QStringList recentPlaces() const;
    void addRecentPlace(const QString &place);

    /// Where the key of an archive's user is: a reference, as printSecretReference() writes it. Empty: in the keychain,
    /// if the user has one.
    /// \param address  without spaces
    [[nodiscard]] QString archiveKey(const QString &address) const;
    void setArchiveKey(const QString &address, const QString &reference);
    /// The files that those keys are read from. Makes no file of settings where there is none.
    /// \param fileName  as for the constructor
    /// \thread any
    [[nodiscard]] static QStringList storedArchiveKeyFiles(const QString &fileName = {});

    /// Layout: QMainWindow::saveGeometry() and saveState().
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] bool isWindowMaximised() const; ///< false until set
    void setWindowMaximised(bool isMaximised);
    [[nodiscard]] QByteArray windowState() const;
    void setWindowState(const QByteArray &state);

    /// Folder of the last export; empty until one was written.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);
    /// Whether CSV files begin with a byte order mark; false until chosen.
    [[nodiscard]] bool exportsByteOrderMark() const;
    void setExportsByteOrderMark(bool isWritten);

Q_SIGNALS:
    void displayZoneChanged(const QByteArray &zone);
    void appearanceChanged(const QString &appearance);

private:
    SettingsFile m_file;
};

} // namespace Trailglass
