// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/vendorguess.h"

#include "models/sync/eventfinder.h"
#include "models/sync/valuereader.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace Trailglass {

namespace {

/// How much of a text a vendor reads.
struct VendorReading
{
    const Source *source = nullptr;
    qint64 events = 0;
    qint64 unreadable = 0;
};

class RowCounter final : public RowSink
{
public:
    explicit RowCounter(VendorReading &reading)
        : m_reading(reading)
    {
    }

    void take(Event) override { ++m_reading.events; }
    void take(UnreadableRow) override { ++m_reading.unreadable; }
    [[nodiscard]] bool isClosed() const override { return false; }

private:
    VendorReading &m_reading;
};

std::optional<ImportShape> shapeOf(std::string_view text)
{
    ShapeDetector detector;
    const auto early = detector.feed(text);
    if (!early)
        return {};
    if (*early)
        return **early;
    const auto late = detector.finish();
    return late ? std::optional(*late) : std::nullopt;
}

VendorReading readAs(const Source &source, ImportShape shape, std::string_view text)
{
    VendorReading reading{.source = &source};
    RowCounter rows(reading);
    const SourceSettings settings; // they name what is in no event
    EventFinder finder(source, settings, rows);
    const std::unique_ptr<ValueReader> values = makeValueReader(shape, finder);
    values->feed(text);
    (void)values->finish(); // the end may be missing
    return reading;
}

} // namespace

const Source *guessVendor(std::string_view beginning)
{
    const std::optional<ImportShape> shape = shapeOf(beginning);
    if (!shape)
        return nullptr;
    std::vector<VendorReading> readings;
    for (const Source *source : allSources())
        readings.push_back(readAs(*source, *shape, beginning));
    std::ranges::stable_sort(readings, std::ranges::greater(), &VendorReading::events);
    const VendorReading &best = readings.front();
    const qint64 second = readings.size() > 1 ? readings[1].events : 0;
    const bool isClear = best.events > 0 && best.events >= best.unreadable && best.events > 2 * second;
    return isClear ? best.source : nullptr;
}

} // namespace Trailglass
