/* Exports nothing that unknot knows. */
int not_the_entry(void);

int not_the_entry(void)
{
    return 0;
}
