// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/rawoutputreader.h"

#include "models/filter/jsonpathreader.h"
#include "models/query/evaluation/querystopped.h"

#include <utility>

namespace Trailglass {

namespace {

std::vector<std::string> presentValues(std::string_view raw, const std::optional<Filter::JsonPath> &path,
                                       const CancelToken &cancel)
{
    if (!path)
        return {std::string(raw)};
    std::vector<std::string> values;
    Filter::visitElements(raw, *path, [&](const JsonValueView &value) {
        if (value.isPresent())
            values.push_back(value.text());
        return !cancel.isCancelled(); // one event may hold millions of values
    });
    return values;
}

} // namespace

RawOutputReader::RawOutputReader(const RowLayout &layout, CancelToken cancel)
    : m_layout(layout)
    , m_cancel(std::move(cancel))
{
}

void RawOutputReader::read(RowBatch &batch)
{
    m_raw.reset();
    for (std::size_t index = 0; index < batch.size() && !batch.error; ++index) {
        readRow(batch, index);
        if (m_cancel.isCancelled())
            batch.error = queryStopped();
    }
}

void RawOutputReader::readRow(RowBatch &batch, std::size_t index)
{
    const RowId row = batch.row(index);
    batch.error = m_raw.seek(batch.blocks, row);
    const auto &outputs = m_layout.rawOutputs();
    for (std::size_t output = 0; output < outputs.size() && !batch.error; ++output)
        batch.setValues(index, output, presentValues(m_raw.block().text(row), outputs[output], m_cancel));
}

} // namespace Trailglass
