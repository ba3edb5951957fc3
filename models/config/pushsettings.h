// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/config/settingsfile.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Trailglass {

/// An archive that a workspace is pushed into after each sync.
struct PushTarget
{
    QString archive; ///< its address, without spaces; holds no secret
    /// Where the key of its user is: a reference, as printSecretReference() writes it; empty: in the keychain, if the user
    /// has one.
    QString key = {};

    friend bool operator==(const PushTarget &, const PushTarget &) = default;
};

/// Where a workspace is pushed after each sync, and which one it is.
struct PushTargets
{
    static constexpr qsizetype MaxArchives = 20;
    static constexpr qsizetype MaxText = 4'096; ///< characters of the folder, and of each text of an archive

    QString folder = {}; ///< absolute, without links: of the workspace for which this was set
    QList<PushTarget> archives = {}; ///< each address once

    friend bool operator==(const PushTargets &, const PushTargets &) = default;
};

/// Where the user wants workspaces to be pushed after syncs, in the file of Settings.
///
/// Belongs to a workspace by its identity (EventReader::identity()) and its folder together, and is never in a file of the
/// workspace: whoever hands a workspace over, also a copy of one's own, cannot make a sync of it send anything. Without an
/// identity there are no targets and nothing is written.
/// \thread GUI
class PushSettings
{
public:
    /// \param fileName  as for SettingsFile
    explicit PushSettings(const QString &fileName = {});

    /// SettingsFile::error()
    [[nodiscard]] const std::optional<Error> &error() const { return m_file.error(); }

    /// None until set. What was damaged or edited by hand into something else is left out.
    [[nodiscard]] PushTargets targets(const QString &identity) const;
    /// \param targets  within the limits of PushTargets
    void setTargets(const QString &identity, const PushTargets &targets);

    /// targets() for a program that only looks: makes no file where there is none.
    /// \param fileName  as for SettingsFile
    /// \thread any
    [[nodiscard]] static PushTargets storedTargets(const QString &identity, const QString &fileName = {});

    /// The files that the keys of these archives are read from, for whatever workspace. Likewise only looks.
    /// \param fileName  as for SettingsFile
    /// \thread any
    [[nodiscard]] static QStringList storedKeyFiles(const QString &fileName = {});

private:
    SettingsFile m_file;
};

} // namespace Trailglass
