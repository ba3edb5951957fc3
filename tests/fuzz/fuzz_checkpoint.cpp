// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Texts of notes as checkpoints: each has one form, so what is read is written again byte for byte.

#include "models/merkle/treecheckpoint.h"
#include "tests/fuzz/fuzztarget.h"

using namespace Trailglass;

using Fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    const QByteArrayView bytes(input.data(), static_cast<qsizetype>(input.size()));
    const auto checkpoint = parseTreeCheckpoint(bytes);
    Fuzz::reached(checkpoint ? "read" : "refused");
    if (!checkpoint) {
        require(checkpoint.error().kind == ErrorKind::Malformed && !checkpoint.error().message.isEmpty(),
                "a refusal has a sentence");
        return 0;
    }
    require(checkpoint->size >= 0 && !checkpoint->origin.isEmpty(), "a checkpoint is of some tree");
    require(text(*checkpoint) == bytes, "a checkpoint has one form");
    if (const auto time = statedTime(*checkpoint)) {
        Fuzz::reached("with its time");
        require(checkpoint->extensions.count(timeExtension(*time)) == 1, "the time is that of one line");
    }
    return 0;
}
