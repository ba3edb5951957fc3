// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/error.h"

#include <QSettings>
#include <QStringList>

#include <memory>
#include <optional>

namespace Trailglass {

/// The INI file of Settings and SyncSettings: values of the user, of a workspace, and of the layout.
///
/// Where the file is a link or otherwise no file of ours (OwnFile::objection()), larger than MaxBytes, or holds values
/// that cannot be made harmless (withoutStoredTypes()), every value reads as unset and nothing is written. The file is
/// looked at when this object is made: what another program writes into it later is read by QSettings as it is.
/// \thread the one that made it; other objects may have the same file
class SettingsFile
{
public:
    /// By folder: the values of those used last are kept. By identity all are: they name files that must not be written over.
    static constexpr int MaxWorkspaces = 30;
    /// Of the file. Ordinary ones have a few KiB, the colour rules of a workspace at most 24 MiB.
    static constexpr qint64 MaxBytes = 64 * 1024 * 1024;

    /// \param fileName  empty: the standard place
    explicit SettingsFile(const QString &fileName);

    /// Whether there is one, whatever it is. Makes none.
    /// \param fileName  as for the constructor
    [[nodiscard]] static bool exists(const QString &fileName);

    /// Why nothing is remembered: Storage or TooLarge, with a sentence that names the file.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// Whose values workspaceValue() and layoutValue() are from now on.
    /// \param folder  need not be there; links on the way to it make no difference
    void setWorkspace(const QString &folder);

    [[nodiscard]] QVariant value(const QString &key) const;
    void setValue(const QString &key, const QVariant &value);

    /// Of the workspace; unset, and not written, until there is one.
    [[nodiscard]] QVariant workspaceValue(QLatin1StringView key) const;
    void setWorkspaceValue(QLatin1StringView key, const QVariant &value);

    /// Of the workspace with this identity, in whatever folder; unset, and not written, when it is empty.
    /// \param identity  as EventReader::identity()
    [[nodiscard]] QVariant identityValue(const QString &identity, QLatin1StringView key) const;
    void setIdentityValue(const QString &identity, QLatin1StringView key, const QVariant &value);
    /// identityValue() of every workspace that has a text there. Makes no file where there is none.
    /// \param fileName  as for the constructor
    /// \thread any
    [[nodiscard]] static QStringList storedIdentityTexts(QLatin1StringView key, const QString &fileName);

    /// Of the workspace, else as it was last set in another one.
    [[nodiscard]] QVariant layoutValue(QLatin1StringView key) const;
    void setLayoutValue(QLatin1StringView key, const QVariant &value);

private:
    std::optional<Error> m_error;
    std::unique_ptr<QSettings> m_file; ///< null: nothing is remembered
    QString m_workspace; ///< name of its group; empty: none
};

} // namespace Trailglass
