# What is known around the code to act on, in the library's sentences, as the command prints it: where
# it was taken from, the state of the license, what events mean, what was left out.

$eventMeaning, $eventAdvice = 0, 1

# A word of the library's, with what stands for its {0}.
function Get-Word([string]$Id, $Speech, $Value) {
    $word = $native::Text($native::act_word([Text.Encoding]::UTF8.GetBytes("$Id`0"), $Speech.Tag))
    if ($null -eq $word) { $word = $Id }
    $word.Replace('{0}', "$Value")
}

# The state of the license at the place of a finding, and how long it lasts.
function Get-LicenseRemark($Finding, $Speech) {
    if ($Finding.Evaluation) { Get-Word heading.evaluation $Speech }
    if ($null -ne $Finding.State) {
        $state = Get-Word "heading.license-state-$($Finding.State)" $Speech
        Get-Word heading.license-state $Speech $state
    }
    if (-not $Finding.Minutes) { return }
    if ($Finding.Time) {
        Get-Word heading.lasts-until $Speech $Finding.Time.AddMinutes($Finding.Minutes).ToString('s')
    } else {
        Get-Word heading.lasts-minutes $Speech $Finding.Minutes
    }
}

# What is known of the place that a finding was taken from.
function Get-FindingRemark($Finding, $Speech) {
    $time = if ($Finding.Time) { $Finding.Time.ToString('s') }
    $values = [ordered]@{
        'heading.seen-in-event' = $Finding.Event; 'heading.seen-at' = $time; 'heading.asked-host' = $Finding.KmsHost
        'heading.current-count' = $Finding.Current; 'heading.needed-count' = $Finding.Needed
    }
    foreach ($id in $values.Keys) { if ($null -ne $values[$id]) { Get-Word $id $Speech $values[$id] } }
    Get-LicenseRemark $Finding $Speech
    if ($Finding.Count -gt 1) { Get-Word heading.seen-times $Speech $Finding.Count }
}

# What an event means, and what to do about it.
function Get-EventRemark([uint32]$Number, $Speech) {
    Get-Word heading.event $Speech $Number
    foreach ($field in $eventMeaning, $eventAdvice) {
        $text = $native::Text($native::act_event_text($null, $Number, $field, $Speech.Tag))
        if ($text) { $text }
    }
}

function Get-LeftOutRemark($LeftOut, $Speech) {
    $words = @{ LicenseList = 'list'; State = 'state'; NoKey = 'no-key'; NoRoom = 'room' }
    $lines = foreach ($reason in $leftOutReasons) {
        if ($LeftOut.$reason) { "$($LeftOut.$reason): $(Get-Word "heading.left-out-$($words[$reason])" $Speech)" }
    }
    if ($lines) { Get-Word heading.left-out $Speech; $lines }
}

# All of it for one verdict, one line each.
function Get-Remark($Verdict, $Speech) {
    $lines = @(
        if ($null -ne $Verdict.Code) {
            Get-FindingRemark $Verdict.Findings[0] $Speech
        } else {
            $id = if ($Verdict.Rule -eq 'activated') { 'activated' } elseif ($Verdict.Findings) { 'no-verdict' } else { 'no-code' }
            Get-Word "heading.$id" $Speech
            foreach ($number in $Verdict.Events) { Get-EventRemark $number $Speech }
        }
        Get-LeftOutRemark $Verdict.LeftOut $Speech
    )
    $lines -join "`n"
}
