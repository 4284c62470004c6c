local a <secret> = 1
return a
