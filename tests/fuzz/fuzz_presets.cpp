// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Any preset file: it is read whole or refused with a sentence, what is read can be saved and read again, and importing it
// changes nothing that is there.

#include "models/presets/presetfile.h"
#include "models/presets/presetplan.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Fuzz::require;

namespace {

const QList<Preset> &existing()
{
    static const QList<Preset> presets{{u"night"_s, u"hour:22..,..5"_s, u"created,actor"_s, u"-created"_s},
                                       {u"mine"_s, u"preset:night"_s}};
    return presets;
}

void checkRefusal(const Error &error)
{
    const bool isOfFile = error.kind == ErrorKind::Malformed || error.kind == ErrorKind::TooLarge
        || error.kind == ErrorKind::NewerVersion;
    require(isOfFile && !error.message.isEmpty(), "a file that cannot be read is refused with a sentence");
}

void checkImport(const QList<Preset> &presets)
{
    const auto plan = planImport(presets, existing());
    Fuzz::reached(plan ? "imported" : "import refused");
    if (!plan) {
        require(plan.error().kind == ErrorKind::Usage && !plan.error().message.isEmpty(),
                "presets that cannot be imported are refused with a sentence");
        return;
    }
    require(!plan->sentence().isEmpty(), "an import says what it did");
    QList<Preset> all = existing();
    for (const Preset &preset : plan->saved) {
        require(checkPreset(preset).hasValue(), "what is saved can be read");
        require(!hasPresetNamed(preset.name, all), "an import replaces nothing");
        all.append(preset);
    }
    const auto again = planImport(presets, all);
    require(again && again->saved.isEmpty(), "the second import of a file adds nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view content = Fuzz::inputOf(data, size);
    const auto presets =
        readPresetFileContent(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())));
    if (!presets) {
        Fuzz::reached("refused");
        checkRefusal(presets.error());
        return 0;
    }
    for (const Preset &preset : *presets)
        require(checkPreset(preset).hasValue(), "a preset that is read can be used");
    const auto again = readPresetFileContent(presetFileContent(*presets));
    require(again && *again == *presets, "what is read can be saved and read again");
    checkImport(*presets);
    return 0;
}
