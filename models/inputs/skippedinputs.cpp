// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/skippedinputs.h"

#include "models/core/translation.h"

namespace Trailglass {

QStringList SkippedInputs::sentences(const QString &place) const
{
    QStringList sentences;
    const auto add = [&](const QString &sentence, qint64 count) {
        if (count > 0)
            sentences.append(sentence.arg(place));
    };
    add(Trailglass::tr("%1: %Ln hidden file(s) or folder(s) were skipped.", nullptr,
                       static_cast<int>(hidden)),
        hidden);
    add(Trailglass::tr("%1: %Ln link(s) were skipped. To import what a link leads to, specify it.", nullptr,
                       static_cast<int>(links)),
        links);
    add(Trailglass::tr("%1: %Ln pipe(s), socket(s) or device(s) were skipped.", nullptr,
                       static_cast<int>(special)),
        special);
    return sentences;
}

} // namespace Trailglass
