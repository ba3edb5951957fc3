// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QMenu>

namespace Trailglass {

/// The presets by name, those of the program and those that others share, and what can be done with them. Does nothing
/// itself: every action is a signal.
/// \thread GUI
class PresetMenu : public QMenu
{
    Q_OBJECT

public:
    explicit PresetMenu(QWidget *parent = nullptr);

    void setPresets(const QList<Preset> &presets);

    /// Shows a menu of the presets that all who read an archive share.
    void setShared(const QList<Preset> &presets);
    /// Says in that menu that they could not be read, above those that were read last, until setShared(). The user's own and
    /// those of the program are as before.
    /// \param reason  a sentence
    void setSharedFailure(const QString &reason);

    /// The preset that the filter came from, checked, and offered for an update; choosing one makes it the
    /// current. Empty, or no preset's name: none.
    void setCurrent(const QString &name);
    [[nodiscard]] const QString &current() const { return m_current; }

Q_SIGNALS:
    void applied(const Trailglass::Preset &preset);
    /// The current filter is to be saved under a name that PresetNameDialog requests.
    void saveAsked();
    /// The current filter is to replace that of the current preset.
    void updateAsked(const QString &name);
    /// PresetDialog is wanted.
    void manageAsked();
    void importAsked(const QString &fileName);
    void exportAsked(const QString &fileName);
    /// One's own preset of this name is to be shared.
    void shareAsked(const QString &name);
    /// A shared preset is to be shared no more.
    void unshareAsked(const QString &name);

private:
    void fill();
    void addPreset(const Preset &preset);
    void addBuiltIns();
    void addSharedMenu();
    void fillShared();
    void addShared(const Preset &preset);

    QMenu *m_sharedMenu; ///< hidden until setShared()
    QMenu *m_unshareMenu;
    QAction *m_sharedFailure = nullptr; ///< that they could not be read
    QAction *m_noShared = nullptr; ///< the shared presets are in front of it
    QAction *m_share = nullptr;
    QList<Preset> m_shared;
    QList<QAction *> m_sharedEntries;
    QList<Preset> m_presets;
    QString m_current;
    QAction *m_end; ///< the presets are in front of it
    QAction *m_update = nullptr;
    QAction *m_manage = nullptr;
    QAction *m_export = nullptr;
    QList<QAction *> m_entries;
};

} // namespace Trailglass
