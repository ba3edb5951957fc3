// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/presetplan.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

/// The presets of a workspace for the window: read and written on a thread of their own.
///
/// Opens nothing before the first call. A workspace without a database has none; saving one makes it. Every
/// call ends once, through its callback, in the GUI thread and not before it returns.
/// \thread GUI
class PresetService : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;
    using Imported = std::function<void(Result<PresetImport>)>;

    explicit PresetService(QString workspace, QObject *parent = nullptr);
    /// Finishes what was asked for, but an import or a renaming that is not written yet: up to the 5 s a
    /// small write waits for another program. No callback comes any more.
    ~PresetService() override;

    /// Reads the list anew; failed() follows, or listed() when there is something to tell.
    void reload();
    /// As last listed, by name.
    [[nodiscard]] const QList<Preset> &presets() const;
    /// Reads the list as it is when it is called, also later on.
    /// \thread any, and may outlive the keeper
    [[nodiscard]] Filter::PresetLookup lookup() const;

    /// Takes the place of a preset of the same name.
    /// \error Usage as checkPresetAmong(), Storage, Locked
    void save(const Preset &preset, Done done);
    /// \error Usage as planRename(), Storage, Locked
    void rename(const QString &from, const QString &to, Done done);
    /// \error Usage when it is not there, Storage, Locked
    void remove(const QString &name, Done done);
    /// planImport() of a file.
    /// \error as planImport() and readPresetFile(); Locked
    void importFrom(const QString &fileName, Imported done);
    /// All presets into a file.
    /// \error Usage where no output may go (outputTarget()), Storage, DiskFull
    void exportTo(const QString &fileName, Done done);

Q_SIGNALS:
    /// The first list, the first after a failure, and from then on each that differs from the last.
    void listed(const QList<Trailglass::Preset> &presets);
    /// The list could not be read.
    void failed(const Trailglass::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
