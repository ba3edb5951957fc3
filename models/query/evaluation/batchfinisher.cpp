// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/query/evaluation/batchfinisher.h"

#include "models/filter/jsonpathreader.h"
#include "models/query/evaluation/querystopped.h"

namespace Trailglass {

namespace {

std::vector<std::string> presentValues(std::string_view raw, const std::optional<Filter::JsonPath> &path)
{
    if (!path)
        return {std::string(raw)};
    std::vector<std::string> values;
    Filter::visitElements(raw, *path, [&values](const Filter::JsonValueView &value) {
        if (value.isPresent())
            values.push_back(value.text());
        return true;
    });
    return values;
}

} // namespace

BatchFinisher::BatchFinisher(ConditionPointer condition, const RowLayout &layout, CancelToken cancel)
    : m_condition(std::move(condition))
    , m_layout(layout)
    , m_cancel(std::move(cancel))
    , m_texts(layout.texts().size())
{
}

void BatchFinisher::finish(ScanBatch &batch)
{
    m_raw.reset();
    for (std::size_t index = 0; index < batch.size() && !batch.error; ++index) {
        if (m_cancel.isCancelled()) {
            batch.error = queryStopped();
            return;
        }
        if (batch.state(index) == ScanBatch::State::Undecided)
            batch.decide(index, decide(batch, index));
        if (batch.isMatched(index) && !batch.error)
            fetchOutputs(batch, index);
    }
}

bool BatchFinisher::decide(ScanBatch &batch, std::size_t index)
{
    for (std::size_t slot = 0; slot < m_texts.size(); ++slot)
        m_texts[slot] = batch.text(index, slot);
    const std::function<std::string_view()> raw = [&] {
        return rawOf(batch, batch.row(index));
    };
    const Filter::Match match = m_condition->matches({batch.integers(index), m_texts, raw, m_scratch});
    if (match == Filter::Match::LimitPassed && !batch.error)
        batch.error = m_cancel.isCancelled() ? queryStopped() : Filter::matchLimitError();
    return match == Filter::Match::Yes;
}

void BatchFinisher::fetchOutputs(ScanBatch &batch, std::size_t index)
{
    const auto &outputs = m_layout.rawOutputs();
    for (std::size_t output = 0; output < outputs.size() && !batch.error; ++output)
        batch.setValues(index, output, presentValues(rawOf(batch, batch.row(index)), outputs[output]));
}

std::string_view BatchFinisher::rawOf(ScanBatch &batch, RowId row)
{
    if (auto error = m_raw.seek(batch.blocks, row)) {
        batch.error = std::move(error);
        return {};
    }
    return m_raw.block().text(row);
}

} // namespace Trailglass
