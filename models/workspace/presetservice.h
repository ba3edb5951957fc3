// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/presetplan.h"
#include "models/workspace/presetplace.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Trailglass {

/// The presets of a place for the window: read and written on a thread of their own.
///
/// Opens nothing before the first call. A workspace without a database has none; saving one makes it. Every
/// call ends once, through its callback, in the GUI thread and not before it returns.
/// \thread GUI
class PresetService : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<void>)>;
    /// \param warnings  as deletePreset() returns them
    using Deleted = std::function<void(Result<QStringList> warnings)>;
    using Imported = std::function<void(Result<PresetImport>)>;

    explicit PresetService(PresetPlace place, QObject *parent = nullptr);
    /// Finishes the calls made, except imports and renamings that are not written yet, and what waits for a server; waits up
    /// to the 5 s that a small write waits for another program. No callback follows.
    ~PresetService() override;

    /// Reads the list again; failed() follows, or listed() if the list has changed.
    void reload();
    /// As last listed, by name.
    [[nodiscard]] const QList<Preset> &presets() const;
    /// Reads the list as it is when it is called, also later on: presets(), then further(), then those of the program.
    /// \thread any, and may outlive the service
    [[nodiscard]] Filter::PresetLookup lookup() const;

    /// Presets of elsewhere that filters may name. listed() follows if they are others than before.
    void setFurther(const QList<Preset> &presets);
    [[nodiscard]] const QList<Preset> &further() const;

    /// savePreset()
    void save(const Preset &preset, Done done);
    /// renamePreset()
    void rename(const QString &from, const QString &to, Done done);
    /// deletePreset()
    void remove(const QString &name, Deleted done);
    /// importPresets() of a file.
    /// \error also as readPresetFile()
    void importFrom(const QString &fileName, Imported done);
    /// exportPresets()
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
