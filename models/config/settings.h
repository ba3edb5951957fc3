// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

#include <memory>
#include <optional>

namespace Trailglass {

/// What the window remembers between starts: an INI file in the user's configuration folder, 0600.
///
/// Table and filter are remembered for each workspace, for the 30 used last; everything else for the user.
/// Nothing secret and nothing from a log is in it but the filter texts of the history. A damaged or
/// hand-edited value reads as its default. Where the file is a link, or otherwise no file of ours
/// (OwnFile::objection()), nothing is read and nothing is remembered.
/// \thread GUI
class Settings : public QObject
{
    Q_OBJECT

public:
    /// \param fileName  empty: the standard place (QStandardPaths::AppConfigLocation/trailglass.ini)
    explicit Settings(const QString &fileName = {}, QObject *parent = nullptr);

    /// Why nothing is remembered: Storage, with a sentence that names the file.
    [[nodiscard]] const std::optional<Error> &error() const;

    static constexpr int MaxWorkspaces = 30;
    /// Whose table and filter are meant from now on. Until then what is set of them goes nowhere and what is
    /// asked for is the default.
    /// \param folder  need not be there; links on the way to it make no difference
    void setWorkspace(const QString &folder);

    /// IANA name; `UTC` until chosen. One setting for every surface that shows times.
    [[nodiscard]] QByteArray displayZone() const;
    void setDisplayZone(const QByteArray &zone);

    /// `system`, `light` or `dark`.
    [[nodiscard]] QString appearance() const;
    void setAppearance(const QString &appearance);

    /// What the colours of the histogram stand for, by the name of the field: `outcome` until chosen.
    [[nodiscard]] QString histogramSplit() const;
    void setHistogramSplit(const QString &field);
    [[nodiscard]] bool isHistogramShown() const; ///< true until hidden
    void setHistogramShown(bool isShown);

    /// The groups of the filter pane that are open, by the name of the field; nothing until one was opened or
    /// closed.
    [[nodiscard]] std::optional<QStringList> openGroups() const;
    void setOpenGroups(const QStringList &names);

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

    /// Of the workspace.
    [[nodiscard]] QString filterText() const;
    void setFilterText(const QString &text);
    [[nodiscard]] QStringList filterHistory() const;
    void setFilterHistory(const QStringList &history);

    /// QMainWindow::saveGeometry() and saveState().
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray windowState() const;
    void setWindowState(const QByteArray &state);

    /// Folder of the last export; empty until one was written.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);

Q_SIGNALS:
    void displayZoneChanged(const QByteArray &zone);
    void appearanceChanged(const QString &appearance);

private:
    [[nodiscard]] QVariant stored(const QString &key, const QVariant &otherwise = {}) const;
    void store(const QString &key, const QVariant &value);
    [[nodiscard]] QVariant workspaceValue(QLatin1StringView key) const;
    void setWorkspaceValue(QLatin1StringView key, const QVariant &value);

    std::optional<Error> m_error;
    std::unique_ptr<QSettings> m_file; ///< null: nothing is remembered
    QString m_workspace; ///< name of its group; empty: none
};

} // namespace Trailglass
