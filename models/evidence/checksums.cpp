// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/evidence/checksums.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr qsizetype SumDigits = 2 * static_cast<qsizetype>(Digest::Size);
constexpr QByteArrayView SumGap("  ");
/// More files than a bundle has.
constexpr std::size_t MaxSums = 100;

} // namespace

QByteArray checksumsText(std::span<const FileSum> sums)
{
    QByteArray text;
    for (const FileSum &sum : sums) {
        text += hex(sum.digest);
        text += SumGap;
        text += sum.name;
        text += '\n';
    }
    return text;
}

std::optional<std::vector<FileSum>> parseChecksums(QByteArrayView text)
{
    std::vector<FileSum> sums;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        if (end < SumDigits + SumGap.size() || sums.size() == MaxSums)
            return {};
        const QByteArrayView line = text.first(end);
        const auto digest = digestFromHex(line.first(SumDigits));
        const QByteArray name = line.sliced(SumDigits + SumGap.size()).toByteArray();
        const bool isKnown = std::ranges::find(sums, name, &FileSum::name) != sums.end();
        if (!digest || line.sliced(SumDigits, SumGap.size()) != SumGap || name.isEmpty() || isKnown)
            return {};
        sums.push_back({name, *digest});
        text = text.sliced(end + 1);
    }
    return sums;
}

} // namespace Trailglass
