// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/presets/presetstorage.h"

#include "models/core/result.h"
#include "models/store/eventreader.h"
#include "models/store/eventwriter.h"

namespace Trailglass {

Result<QList<Preset>> storedPresets(const QString &workspace)
{
    const auto reader = EventReader::open(workspace);
    if (reader)
        return (*reader)->presets();
    return reader.error().kind == ErrorKind::NotFound ? Result<QList<Preset>>(QList<Preset>())
                                                      : reader.error();
}

Result<void> changeStoredPresets(const QString &workspace, const PresetPlan &plan)
{
    TRY(const auto presets, storedPresets(workspace));
    TRY(const auto changes, plan(presets));
    if (changes.isEmpty())
        return {};
    TRY(const auto writer, EventWriter::open(workspace, EventWriter::OpenPurges::Left));
    return writer->changePresets(plan);
}

} // namespace Trailglass
